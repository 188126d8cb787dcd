import type { QuarantineView } from '@hub/contract';
import { readAppealNumber } from '@hub/domain';
import { App, Button, Form, Input, Modal, Radio } from 'antd';
import { Trouble } from '../../components/Trouble';
import { Glance } from './Glance';
import { useDoTo } from './use-list';

interface Decision {
  as: 'new' | 'join' | 'discard';
  number?: string;
  reason?: string;
}

const choices = [
  { value: 'new', label: '作为新来件' },
  { value: 'join', label: '并入已有的来件' },
  { value: 'discard', label: '不作来件' },
];
const done = { new: '已作为新来件登记。', join: '已并入。', discard: '已不作来件，原件保留。' };

function bodyOf({ as, number, reason }: Decision): object {
  if (as === 'join') return { as, number: readAppealNumber(number ?? '') };
  return as === 'discard' ? { as, reason } : { as };
}

/** A person decides what an unreadable or doubtful message is. */
export function Resolution({ entry, onClose }: { entry: QuarantineView; onClose: () => void }) {
  const [fields] = Form.useForm<Decision>();
  const as = Form.useWatch('as', fields);
  const resolve = useDoTo('quarantine', 'resolution');
  const { message } = App.useApp();
  const submit = (given: Decision) =>
    resolve.mutate(
      { id: entry.id, body: bodyOf(given) },
      {
        onSuccess: () => {
          void message.success(done[given.as]);
          onClose();
        },
      },
    );
  return (
    <Modal
      open
      title={`处理 ${entry.source}的来件`}
      onCancel={onClose}
      mask={{ closable: false }}
      footer={
        <div className="flex act-buttons">
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" loading={resolve.isPending} onClick={() => fields.submit()}>
            {choices.find((one) => one.value === as)?.label ?? '处理'}
          </Button>
        </div>
      }
    >
      <Form
        form={fields}
        layout="vertical"
        requiredMark={false}
        initialValues={{ as: entry.appeal ? 'join' : 'new', number: entry.appeal ?? '' }}
        onFinish={submit}
      >
        <Glance of={entry} />
        <p className="act-lead">{entry.reason}</p>
        <Form.Item name="as" label="这是什么">
          <Radio.Group options={choices} vertical />
        </Form.Item>
        {as === 'join' && (
          <Form.Item
            name="number"
            label="编号"
            rules={[
              {
                validator: (_, typed: string) =>
                  readAppealNumber(typed ?? '')
                    ? Promise.resolve()
                    : Promise.reject(new Error('编号像 YXT-20261124-0007 这样。')),
              },
            ]}
          >
            <Input placeholder="YXT-20261124-0007" />
          </Form.Item>
        )}
        {as === 'discard' && (
          <Form.Item name="reason" label="理由" rules={[{ required: true, whitespace: true, message: '请填“理由”。' }]}>
            <Input.TextArea rows={3} />
          </Form.Item>
        )}
        {resolve.isError && <Trouble error={resolve.error} />}
      </Form>
    </Modal>
  );
}
