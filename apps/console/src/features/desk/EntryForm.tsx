import { EnvironmentOutlined, LockOutlined, PhoneOutlined } from '@ant-design/icons';
import { SECRECIES, SECRECY_WORDS } from '@hub/domain';
import { Button, Input, Radio, type InputRef } from 'antd';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { Trouble } from '../../components/Trouble';
import { secrecyHints } from '../../lib/words';
import type { Entry } from './desk-form';
import { Field } from './Field';
import { KindCards } from './KindCards';

/** As long as the server keeps them. */
const LENGTHS = { idNumber: 18, name: 60, phone: 40, email: 190, address: 200, subject: 120, place: 190, outsideNumber: 78 };

interface Props {
  entry: Entry;
  change: (part: Partial<Entry>) => void;
  save: () => void;
  saving: boolean;
  error: unknown;
}

export function EntryForm({ entry, change, save, saving, error }: Props) {
  const phone = useRef<InputRef>(null);
  const ready = entry.text.trim() !== '';
  useEffect(() => {
    if (!saving) phone.current?.focus();
  }, [saving]);

  const keys = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    if (ready && !saving) save();
  };
  const bind = (name: keyof typeof LENGTHS) => ({
    value: entry[name] ?? '',
    maxLength: LENGTHS[name],
    onChange: (event: { target: { value: string } }) => change({ [name]: event.target.value }),
  });
  const known = entry.secrecy !== 'anonymous';
  return (
    <form className="panel pad stack" onKeyDown={keys} onSubmit={(event) => event.preventDefault()}>
      <Field label="身份" group>
        <Radio.Group
          value={entry.secrecy}
          onChange={(event) => change({ secrecy: SECRECIES.find((one) => one === event.target.value) })}
          options={SECRECIES.map((value) => ({
            value,
            label: (
              <>
                {value === 'confidential' && <LockOutlined />} {SECRECY_WORDS[value]}{' '}
                <span className="muted small">{secrecyHints[value]}</span>
              </>
            ),
          }))}
        />
      </Field>
      {known && (
        <div className="fields two">
          <Field label="电话">
            <Input ref={phone} size="large" inputMode="tel" prefix={<PhoneOutlined />} {...bind('phone')} />
          </Field>
          <Field label="称呼" hint="可不填">
            <Input size="large" {...bind('name')} />
          </Field>
          <Field label="邮箱" hint="可不填">
            <Input inputMode="email" {...bind('email')} />
          </Field>
          <Field label="住址" hint="可不填">
            <Input {...bind('address')} />
          </Field>
          <Field label="身份证号" hint="可不填">
            <Input {...bind('idNumber')} />
          </Field>
        </div>
      )}
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
        <Field label="标题" hint="不填就取何事的第一句">
          <Input {...bind('subject')} />
        </Field>
        <Field label="外部编号" hint="12345 等工单号，可不填">
          <Input {...bind('outsideNumber')} />
        </Field>
      </div>
      {error !== null && <Trouble what="没有保存成功" error={error} />}
      <div className="actions">
        <Button size="large" type="primary" disabled={!ready} loading={saving} onClick={save}>
          保存 <kbd>Ctrl ↵</kbd>
        </Button>
      </div>
    </form>
  );
}
