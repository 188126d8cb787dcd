import { EnvironmentOutlined, LockOutlined, PhoneOutlined } from '@ant-design/icons';
import { KINDS, SECRECIES, SECRECY_WORDS, sourceForm, streetIn } from '@hub/domain';
import { Button, Input, Radio, Select, type InputRef } from 'antd';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { Trouble } from '../../components/Trouble';
import { clockWord } from '../../lib/dates';
import { useStreets } from '../../lib/directory';
import { useKeys } from '../../lib/use-keys';
import { secrecyHints } from '../../lib/words';
import type { Entry } from './desk-form';
import { Field } from './Field';
import { KindCards } from './KindCards';
import { SourceFields } from './SourceFields';
import type { Saved } from './use-draft';

/** As long as the server keeps them. */
const LENGTHS = { idNumber: 18, name: 60, phone: 40, email: 190, address: 200, subject: 120, place: 190, outsideNumber: 78 };

interface Props {
  entry: Entry;
  change: (part: Partial<Entry>) => void;
  /** Whatever comes from this source is confidential. */
  confidential: boolean;
  saved: Saved;
  save: () => void;
  saving: boolean;
  error: unknown;
}

export function EntryForm({ entry, change, confidential, saved, save, saving, error }: Props) {
  const phone = useRef<InputRef>(null);
  const streets = useStreets().data ?? [];
  const form = sourceForm(entry.source);
  const closed = confidential || entry.kind === 'report';
  const ready = entry.text.trim() !== '';
  useKeys(Object.fromEntries(KINDS.map((kind, at) => [String(at + 1), () => change({ kind })])));
  useEffect(() => {
    if (!saving) phone.current?.focus();
  }, [saving]);

  const keys = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    // On some keyboards Alt changes the sign, never the key.
    const kind = event.altKey ? KINDS[Number(/^(?:Digit|Numpad)([1-5])$/.exec(event.code)?.[1]) - 1] : undefined;
    const saves = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    if (!kind && !saves) return;
    event.preventDefault();
    if (kind) change({ kind });
    else if (ready && !saving) save();
  };
  const bind = (name: keyof typeof LENGTHS) => ({
    value: entry[name] ?? '',
    maxLength: LENGTHS[name],
    onChange: (event: { target: { value: string } }) => change({ [name]: event.target.value }),
  });
  const known = entry.secrecy !== 'anonymous';
  return (
    <form className="panel pad stack" onKeyDown={keys} onSubmit={(event) => event.preventDefault()}>
      {known && (
        <div className="fields two">
          <Field label="电话">
            <Input ref={phone} size="large" inputMode="tel" prefix={<PhoneOutlined />} {...bind('phone')} />
          </Field>
          <Field label={form.nameWord ?? '称呼'} hint="可不填">
            <Input size="large" {...bind('name')} />
          </Field>
        </div>
      )}
      <SourceFields entry={entry} change={change} />
      <KindCards kind={entry.kind} onChange={(kind) => change({ kind })} />
      <Field label="何事" hint="必填，照原话记">
        <Input.TextArea
          autoSize={{ minRows: 5, maxRows: 14 }}
          value={entry.text}
          maxLength={20_000}
          onChange={(event) => change({ text: event.target.value })}
        />
      </Field>
      <div className="fields two">
        <Field label="何地" hint="可不填">
          <Input prefix={<EnvironmentOutlined />} {...bind('place')} />
        </Field>
        <Field label="街镇" hint="可不填">
          <Select
            allowClear
            showSearch
            placeholder={(entry.place && streetIn(entry.place, streets)) ?? '按何地认'}
            value={entry.street ?? null}
            options={streets.map((value) => ({ value, label: value }))}
            onChange={(street?: string) => change({ street })}
          />
        </Field>
      </div>
      <details>
        <summary>标题、外部编号{known && '、邮箱、住址、身份证号'}</summary>
        <div className="fields two">
          <Field label="标题" hint="不填就取何事的第一句">
            <Input {...bind('subject')} />
          </Field>
          <Field label="外部编号" hint="12345 等工单号，可不填">
            <Input {...bind('outsideNumber')} />
          </Field>
          {known && (
            <>
              <Field label="邮箱" hint="可不填">
                <Input inputMode="email" {...bind('email')} />
              </Field>
              <Field label="住址" hint="可不填">
                <Input {...bind('address')} />
              </Field>
              <Field label="身份证号" hint="可不填">
                <Input {...bind('idNumber')} />
              </Field>
            </>
          )}
        </div>
      </details>
      <Field label="身份" hint={closed ? '举报和保密来源的来件一律保密' : undefined} group>
        <Radio.Group
          value={closed && entry.secrecy === 'named' ? 'confidential' : entry.secrecy}
          onChange={(event) => change({ secrecy: SECRECIES.find((one) => one === event.target.value) })}
          options={SECRECIES.map((value) => ({
            value,
            disabled: value === 'named' && closed,
            label: (
              <>
                {value === 'confidential' && <LockOutlined />} {SECRECY_WORDS[value]}{' '}
                <span className="muted small">{secrecyHints[value]}</span>
              </>
            ),
          }))}
        />
      </Field>
      {error !== null && <Trouble what="没有保存成功" error={error} />}
      <div className="actions">
        <span className={saved.trouble ? 'draft-state warn' : 'draft-state muted'} role="status">
          {saved.trouble ?? (saved.at ? `草稿 ${clockWord(saved.at)} 已保存` : '')}
        </span>
        <Button size="large" type="primary" disabled={!ready} loading={saving} onClick={save}>
          保存，接下一个 <kbd>Ctrl ↵</kbd>
        </Button>
      </div>
    </form>
  );
}
