import type { AppealView, SiteRef } from '@hub/contract';
import { useQuery } from '@tanstack/react-query';
import { AutoComplete, Button, Input } from 'antd';
import { useDeferredValue, useState } from 'react';
import { Link } from 'react-router';
import { Trouble } from '../../../components/Trouble';
import { get } from '../../../lib/api';
import { useAct } from '../use-appeal';

/** 被反映对象: the polluter or address that the appeal is about, chosen from what is known or named anew. */
export function SiteCard({ view }: { view: AppealView }) {
  const [editing, setEditing] = useState(false);
  const [name, setName] = useState('');
  const [address, setAddress] = useState(view.place);
  const asked = useDeferredValue(name.trim());
  const known = useQuery({
    queryKey: ['sites', asked],
    enabled: editing && asked.length > 1,
    queryFn: ({ signal }) => get<SiteRef[]>(`/sites?q=${encodeURIComponent(asked)}`, signal),
  });
  const act = useAct(view.number);
  const may = view.allowedActions.some((one) => one.act === 'site');
  const link = (body: { siteId?: number; name?: string; address?: string; street?: string }) =>
    act.mutate({ act: 'site', way: null, body, version: view.version }, { onSuccess: () => setEditing(false) });
  if (!view.site && !may) return null;
  return (
    <section>
      <h3>被反映对象</h3>
      {view.site && (
        <p>
          <Link to={`/sites/${view.site.id}`}>{view.site.name}</Link>{' '}
          <span className="small muted">{view.site.address !== view.site.name && view.site.address}</span>
        </p>
      )}
      {!view.site && view.suggestedSite && may && (
        <p>
          可能是 <b>{view.suggestedSite.name}</b>{' '}
          <Button size="small" disabled={act.isPending} onClick={() => link({ siteId: view.suggestedSite!.id })}>
            采纳
          </Button>
        </p>
      )}
      {may && !editing && (
        <Button size="small" onClick={() => setEditing(true)}>
          {view.site ? '改登记' : '登记'}
        </Button>
      )}
      {editing && (
        <div className="part-form">
          <AutoComplete
            className="full"
            aria-label="单位或场所名称"
            placeholder="单位或场所名称"
            value={name}
            maxLength={60}
            options={(known.data ?? []).map((one) => ({ value: one.name, label: `${one.name} ${one.address}`, id: one.id }))}
            onChange={setName}
            onSelect={(_, option) => link({ siteId: option.id })}
          />
          <Input
            aria-label="地址"
            placeholder="地址"
            value={address}
            maxLength={190}
            onChange={(event) => setAddress(event.target.value)}
          />
          <Button
            size="small"
            type="primary"
            loading={act.isPending}
            disabled={!name.trim() && !address.trim()}
            onClick={() => link({ name, address, ...(view.street ? { street: view.street } : {}) })}
          >
            登记
          </Button>
          <Button size="small" onClick={() => setEditing(false)}>
            取消
          </Button>
        </div>
      )}
      {act.isError && <Trouble error={act.error} />}
    </section>
  );
}
