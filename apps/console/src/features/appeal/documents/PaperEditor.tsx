import type { AppealView, DocumentFieldView, DocumentView } from '@hub/contract';
import { Button, Drawer, Form } from 'antd';
import { useState } from 'react';
import { Trouble } from '../../../components/Trouble';
import { Choice, Line, LongText } from '../acts/fields';
import { usePapers } from './use-documents';

const LONG = 6000;

function Column({ field: { name, choices, long, required, answer } }: { field: DocumentFieldView }) {
  if (answer) return <p className="act-lead">“{name}”照审核通过的答复稿印，要改请改答复稿。</p>;
  const common = { name, label: name, optional: !required };
  if (choices) return <Choice {...common} options={choices.map((word) => ({ value: word, label: word }))} />;
  return long ? <LongText {...common} max={LONG} /> : <Line {...common} />;
}

interface Props {
  appeal: AppealView;
  paper: DocumentView;
  onClose: () => void;
}

/** The columns of a draft; what is required may stay open until it is issued. */
export function PaperEditor({ appeal, paper, onClose }: Props) {
  const [form] = Form.useForm<Record<string, string | undefined>>();
  // What was typed belongs to the state that it was typed on.
  const [revision] = useState(paper.revision);
  const deed = usePapers(appeal);
  const save = () => {
    const typed = form.getFieldsValue();
    const fields = Object.fromEntries(paper.fields.filter((one) => !one.answer).map(({ name }) => [name, typed[name] ?? '']));
    deed.mutate({ below: `${paper.id}/fields`, body: { fields, revision }, said: `${paper.name}已存。` }, { onSuccess: onClose });
  };
  const values = Object.fromEntries(paper.fields.map(({ name, value }) => [name, value || undefined]));
  return (
    <Drawer
      open
      title={`${paper.name}（草稿）`}
      size={520}
      onClose={onClose}
      mask={{ closable: false }}
      rootClassName="act-drawer"
      footer={
        <div className="flex act-buttons">
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" loading={deed.isPending} onClick={save}>
            存草稿
          </Button>
        </div>
      }
    >
      <Form form={form} layout="vertical" requiredMark={false} initialValues={values}>
        <p className="act-lead">文号、日期和收件人由系统填写。各栏会原样印进文书，签发前可以反复改。</p>
        {paper.fields.map((field) => (
          <Column key={field.name} field={field} />
        ))}
        {deed.isError && <Trouble error={deed.error} />}
      </Form>
    </Drawer>
  );
}
