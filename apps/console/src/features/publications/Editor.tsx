import type { PublicationView } from '@hub/contract';
import { TOPIC_WORDS, TOPICS, VERDICT_WORDS, VERDICTS, type Topic, type Verdict } from '@hub/domain';
import { App, Button, Form, Input, Radio, Select } from 'antd';
import { Trouble } from '../../components/Trouble';
import { useStreets } from '../../lib/directory';
import { PARTS } from './parts';
import { useStep } from './use-publications';

interface Fields {
  readonly title: string;
  readonly topic: Topic | null;
  readonly street: string | null;
  readonly verdict: Verdict;
  readonly facts: string;
  readonly findings: string;
  readonly measures: string;
}

const topics = TOPICS.map((value) => ({ value, label: TOPIC_WORDS[value] }));
const verdicts = VERDICTS.map((value) => ({ value, label: VERDICT_WORDS[value] }));

/** The office's words; what is saved is looked through at once. */
export function Editor({ view }: { view: PublicationView }) {
  const step = useStep();
  const streets = useStreets();
  const { message } = App.useApp();
  const { title, topic, street, verdict, facts, findings, measures } = view;
  const save = ({ topic: of, street: at, ...fields }: Fields) =>
    step.mutate(
      {
        path: `/${view.id}`,
        body: { ...fields, ...(of && { topic: of }), ...(at && { street: at }), version: view.version },
      },
      {
        onSuccess: ({ leaks }) =>
          void (leaks.length ? message.warning('已保存，还有会让人认出是谁的地方。') : message.success('已保存。')),
      },
    );
  return (
    <Form<Fields>
      name="publication"
      layout="vertical"
      requiredMark={false}
      initialValues={{ title, topic, street, verdict, facts, findings, measures }}
      onFinish={save}
    >
      <h2>公开的内容</h2>
      <Form.Item name="title" label="标题" rules={[{ required: true, whitespace: true, message: '请写标题。' }]}>
        <Input maxLength={100} />
      </Form.Item>
      <div className="field-row">
        <Form.Item name="topic" label="污染类型">
          <Select allowClear options={topics} />
        </Form.Item>
        <Form.Item name="street" label="区域">
          <Select allowClear options={streets.data?.map((value) => ({ value }))} />
        </Form.Item>
      </div>
      <Form.Item name="verdict" label="是否属实">
        <Radio.Group options={verdicts} />
      </Form.Item>
      {PARTS.map(({ name, where, hint }) => (
        <Form.Item key={name} name={name} label={where} extra={hint}>
          <Input.TextArea maxLength={5000} autoSize={{ minRows: 3, maxRows: 16 }} />
        </Form.Item>
      ))}
      {step.isError && <Trouble what="没有保存" error={step.error} />}
      <Button type="primary" htmlType="submit" loading={step.isPending}>
        保存
      </Button>
    </Form>
  );
}
