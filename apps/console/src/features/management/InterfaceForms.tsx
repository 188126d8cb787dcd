import type { NewTokenView, NewWebhookView } from '@hub/contract';
import { SCOPE_WORDS, TOKEN_SCOPES, WEBHOOK_EVENT_WORDS, WEBHOOK_EVENTS } from '@hub/domain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Form, Input, InputNumber } from 'antd';
import { Trouble } from '../../components/Trouble';
import { post } from '../../lib/api';

/** Makes one entry of a list and shows the list as it then is. */
function useMake<T>(name: string, done: (made: T) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: object) => post<T>(`/${name}`, body),
    onSuccess: done,
    onSettled: () => client.invalidateQueries({ queryKey: ['management', name] }),
  });
}

const wanted = (message: string) => [{ required: true, message }];

export function NewToken({ onDone }: { onDone: (token: string) => void }) {
  const [form] = Form.useForm<{ name: string; source: string; scopes: string[] }>();
  const make = useMake<NewTokenView>('api-tokens', ({ token }) => {
    form.resetFields();
    onDone(token);
  });
  return (
    <Form form={form} layout="inline" onFinish={(body) => make.mutate(body)} initialValues={{ scopes: ['intake', 'read-own'] }}>
      <Form.Item name="name" label="系统" rules={wanted('请写对方系统的名称')}>
        <Input maxLength={58} />
      </Form.Item>
      <Form.Item name="source" label="来源" rules={wanted('来件按这个来源登记')}>
        <Input maxLength={58} placeholder="如 12345" />
      </Form.Item>
      <Form.Item name="scopes" label="权限" rules={wanted('至少选一项')}>
        <Checkbox.Group options={TOKEN_SCOPES.map((value) => ({ value, label: SCOPE_WORDS[value] }))} />
      </Form.Item>
      <Button htmlType="submit" type="primary" loading={make.isPending}>
        发令牌
      </Button>
      {make.isError && <Trouble what="没有发成" error={make.error} />}
    </Form>
  );
}

export function NewWebhook({ onDone }: { onDone: (made: NewWebhookView) => void }) {
  const [form] = Form.useForm<{ name: string; url: string; events: string[]; tokenId?: number | null }>();
  const make = useMake<NewWebhookView>('webhooks', (made) => {
    form.resetFields();
    onDone(made);
  });
  return (
    <Form
      form={form}
      layout="inline"
      onFinish={({ tokenId, ...body }) => make.mutate(tokenId ? { ...body, tokenId } : body)}
      initialValues={{ events: [...WEBHOOK_EVENTS] }}
    >
      <Form.Item name="name" label="系统" rules={wanted('请写对方系统的名称')}>
        <Input maxLength={58} />
      </Form.Item>
      <Form.Item name="url" label="网址" rules={wanted('请写完整的 https 网址')}>
        <Input maxLength={480} placeholder="https://…" />
      </Form.Item>
      <Form.Item name="tokenId" label="令牌序号" tooltip="只通知这个令牌递交的来件；不写通知全部非保密件">
        <InputNumber min={1} precision={0} />
      </Form.Item>
      <Form.Item name="events" label="事件" rules={wanted('至少选一项')}>
        <Checkbox.Group options={WEBHOOK_EVENTS.map((value) => ({ value, label: WEBHOOK_EVENT_WORDS[value] }))} />
      </Form.Item>
      <Button htmlType="submit" type="primary" loading={make.isPending}>
        订阅
      </Button>
      {make.isError && <Trouble what="没有订成" error={make.error} />}
    </Form>
  );
}
