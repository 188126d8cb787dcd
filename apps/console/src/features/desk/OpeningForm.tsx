import type { BoxOpeningBody, BoxOpeningView } from '@hub/contract';
import { withOffset, type Box } from '@hub/domain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { Trouble } from '../../components/Trouble';
import { post } from '../../lib/api';
import { useUsers } from '../../lib/directory';
import { useSession } from '../../lib/session';
import { Field } from './Field';

/** As a field for a moment wants it, in Shanghai. */
const nowThere = (): string => withOffset(new Date().toISOString()).slice(0, 16);

export function OpeningForm({ box, close }: { box: Box; close: () => void }) {
  const [form, setForm] = useState({ place: '', openedAt: nowThere(), note: '' });
  const [items, setItems] = useState<number | null>(null);
  const [secondId, setSecondId] = useState<number | null>(null);
  const { account } = useSession();
  const others = (useUsers().data ?? []).filter(
    (one) => one.account !== account && !one.disabled && one.role !== 'administrator',
  );
  const client = useQueryClient();
  const write = useMutation({
    mutationFn: (body: BoxOpeningBody) => post<BoxOpeningView[]>('/desk/openings', body),
    onSuccess: (views) => {
      client.setQueryData(['desk-openings'], views);
      close();
    },
  });
  const bind = (name: keyof typeof form) => ({
    value: form[name],
    onChange: (event: { target: { value: string } }) => setForm({ ...form, [name]: event.target.value }),
  });
  const submit = () => {
    if (items === null || secondId === null) return;
    write.mutate({ ...form, source: box, openedAt: `${form.openedAt}:00+08:00`, items, secondId });
  };
  const ready = form.place.trim() && form.openedAt && items !== null && secondId !== null;
  return (
    <div className="stack">
      <Field label="箱子在哪里">
        <Input maxLength={120} {...bind('place')} />
      </Field>
      <Field label="开箱时间">
        <Input type="datetime-local" {...bind('openedAt')} />
      </Field>
      <Field label="清点件数" group>
        <InputNumber aria-label="清点件数" min={0} max={10_000} precision={0} value={items} onChange={setItems} />
      </Field>
      <Field label="另一位开箱人" group>
        <Select
          aria-label="另一位开箱人"
          value={secondId}
          options={others.map(({ id, name, roleName }) => ({ value: id, label: `${name}（${roleName}）` }))}
          onChange={setSecondId}
        />
      </Field>
      <Field label="备注" hint="可不填">
        <Input maxLength={500} {...bind('note')} />
      </Field>
      {write.isError && <Trouble error={write.error} what="开箱记录没有存上" />}
      <div className="desk-acts">
        <Button type="primary" disabled={!ready} loading={write.isPending} onClick={submit}>
          存开箱记录
        </Button>
        <Button onClick={close}>取消</Button>
      </div>
    </div>
  );
}
