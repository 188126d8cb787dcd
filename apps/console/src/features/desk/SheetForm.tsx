import type { Sheet } from '@hub/domain';
import { AutoComplete, Button, Input } from 'antd';
import { useState } from 'react';
import { Field } from './Field';

const SCALE = ['很满意', '满意', '一般', '不满意', '很不满意', '不了解'].map((value) => ({ value }));

interface Props {
  questions: readonly string[];
  start: Sheet;
  word: string;
  saving: boolean;
  focus: boolean;
  save: (read: Sheet) => void;
}

/** What stands on one sheet, question by question. */
export function SheetForm({ questions, start, word, saving, focus, save }: Props) {
  const [read, setRead] = useState(start);
  const put = (part: Partial<Sheet>) => setRead({ ...read, ...part });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (!saving) save(read);
      }}
    >
      <div className="fields two">
        {questions.map((question, at) => (
          <Field key={question} label={question}>
            <AutoComplete
              autoFocus={focus && at === 0}
              options={SCALE}
              value={read.answers[`q${at + 1}`] ?? ''}
              onChange={(answer: string) => put({ answers: { ...read.answers, [`q${at + 1}`]: answer.slice(0, 40) } })}
            />
          </Field>
        ))}
      </div>
      <Field label="意见" hint="照原话录；没有写就空着">
        <Input.TextArea
          autoSize={{ minRows: 3 }}
          maxLength={3000}
          value={read.opinion}
          onChange={(event) => put({ opinion: event.target.value })}
        />
      </Field>
      <div className="fields two">
        <Field label="姓名" hint="可不填">
          <Input maxLength={60} value={read.name} onChange={(event) => put({ name: event.target.value })} />
        </Field>
        <Field label="联系电话" hint="可不填">
          <Input maxLength={40} value={read.phone} onChange={(event) => put({ phone: event.target.value })} />
        </Field>
      </div>
      <div>
        <Button type="primary" htmlType="submit" loading={saving}>
          {word}
        </Button>
      </div>
    </form>
  );
}
