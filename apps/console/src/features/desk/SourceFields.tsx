import { MOST_REPRESENTATIVES, sourceForm, type SourceField } from '@hub/domain';
import { Button, Input } from 'antd';
import type { Entry } from './desk-form';
import { Field } from './Field';

interface Props {
  entry: Entry;
  change: (part: Partial<Entry>) => void;
}

const INPUTS = { line: 'text', past: 'date', answer: 'date', whole: 'text' } as const;

/** What only this source asks for, from the one table. */
export function SourceFields({ entry, change }: Props) {
  const form = sourceForm(entry.source);
  const set = (key: string, value: string) => change({ details: { ...entry.details, [key]: value } });
  return (
    <>
      {(form.waited || form.fields.length > 0) && (
        <div className="fields two">
          {form.waited && (
            <Field label="收到日期" hint="不填就是今天，时限从这天起算">
              <Input
                type="date"
                value={entry.receivedOn ?? ''}
                onChange={(event) => change({ receivedOn: event.target.value })}
              />
            </Field>
          )}
          {form.fields.map((field) => (
            <Field key={field.key} label={field.word} hint={hintOf(field)}>
              <Input
                type={INPUTS[field.kind]}
                inputMode={field.kind === 'whole' ? 'numeric' : undefined}
                maxLength={field.kind === 'line' ? field.max : undefined}
                value={entry.details[field.key] ?? ''}
                onChange={(event) => set(field.key, event.target.value)}
              />
            </Field>
          ))}
        </div>
      )}
      {form.representatives && entry.secrecy !== 'anonymous' && <Representatives entry={entry} change={change} />}
    </>
  );
}

const hintOf = ({ required, kind }: SourceField): string =>
  required ? '必填' : kind === 'answer' ? '可不填；早于承诺的，按这天答复' : '可不填';

function Representatives({ entry, change }: Props) {
  const { representatives } = entry;
  const put = (at: number, part: Partial<Entry['representatives'][number]>) =>
    change({ representatives: representatives.map((one, index) => (index === at ? { ...one, ...part } : one)) });
  const full = representatives.length >= MOST_REPRESENTATIVES;
  return (
    <Field label="来访代表" hint={`多人来访推选的代表，最多 ${MOST_REPRESENTATIVES} 人（《信访工作条例》第二十条）`} group>
      {representatives.map((one, at) => (
        <div className="fields speakers" key={at}>
          <Input
            aria-label={`代表 ${at + 1} 姓名`}
            placeholder="姓名"
            maxLength={60}
            value={one.name}
            onChange={(event) => put(at, { name: event.target.value })}
          />
          <Input
            aria-label={`代表 ${at + 1} 电话`}
            placeholder="电话"
            maxLength={40}
            value={one.phone}
            onChange={(event) => put(at, { phone: event.target.value })}
          />
          <Button
            type="text"
            aria-label={`删去代表 ${at + 1}`}
            onClick={() => change({ representatives: representatives.filter((_, index) => index !== at) })}
          >
            删去
          </Button>
        </div>
      ))}
      <div>
        <Button
          size="small"
          disabled={full}
          title={full ? '代表不能超过五人' : undefined}
          onClick={() => change({ representatives: [...representatives, { name: '', phone: '' }] })}
        >
          加一位代表
        </Button>
      </div>
    </Field>
  );
}
