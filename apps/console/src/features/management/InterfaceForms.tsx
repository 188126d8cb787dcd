import type { ApiTokenView, NewTokenView, NewWebhookView } from '@hub/contract';
import { SCOPE_WORDS, TOKEN_SCOPES, WEBHOOK_EVENT_WORDS, WEBHOOK_EVENTS } from '@hub/domain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Form, Input, Select } from 'antd';
import { Trouble } from '../../components/Trouble';
import { post } from '../../lib/api';
import { useSources } from '../../lib/directory';
import { useList } from './use-list';

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
  const sources = (useSources().data ?? []).filter(({ active }) => active);
  const make = useMake<NewTokenView>('api-tokens', ({ token }) => {
    form.resetFields();
    onDone(token);
  });
  return (
    <Form
      form={form}
      name="token"
      layout="vertical"
      requiredMark={false}
      className="panel pad interface-form"
      onFinish={(body) => make.mutate(body)}
      initialValues={{ scopes: ['intake', 'read-own'] }}
    >
      <Form.Item name="name" label="系统" rules={wanted('请写对方系统的名称')}>
        <Input maxLength={58} />
      </Form.Item>
      <Form.Item name="source" label="来源" rules={wanted('来件按这个来源登记')}>
        <Select
          showSearch
          placeholder="选来源"
          options={sources.map(({ name }) => ({ value: name, label: name }))}
          notFoundContent="没有这个来源，请先到“来源”里添加。"
        />
      </Form.Item>
      <Form.Item name="scopes" label="权限" className="wide" rules={wanted('至少选一项')}>
        <Checkbox.Group options={TOKEN_SCOPES.map((value) => ({ value, label: SCOPE_WORDS[value] }))} />
      </Form.Item>
      <div className="wide stack">
        {make.isError && <Trouble what="没有发成" error={make.error} />}
        <span>
          <Button htmlType="submit" type="primary" loading={make.isPending}>
            发令牌
          </Button>
        </span>
      </div>
    </Form>
  );
}

export function NewWebhook({ onDone }: { onDone: (made: NewWebhookView) => void }) {
  const [form] = Form.useForm<{ name: string; url: string; events: string[]; tokenId?: number | null }>();
  const tokens = (useList<ApiTokenView>('api-tokens').data ?? []).filter(({ state }) => state !== 'revoked');
  const make = useMake<NewWebhookView>('webhooks', (made) => {
    form.resetFields();
    onDone(made);
  });
  return (
    <Form
      form={form}
      name="webhook"
      layout="vertical"
      requiredMark={false}
      className="panel pad interface-form"
      onFinish={({ tokenId, ...body }) => make.mutate(tokenId ? { ...body, tokenId } : body)}
      initialValues={{ events: [...WEBHOOK_EVENTS] }}
    >
      <Form.Item name="name" label="系统" rules={wanted('请写对方系统的名称')}>
        <Input maxLength={58} />
      </Form.Item>
      <Form.Item name="url" label="网址" rules={wanted('请写完整的 https 网址')}>
        <Input maxLength={480} placeholder="https://…" />
      </Form.Item>
      <Form.Item name="tokenId" label="范围" tooltip="选一个令牌，就只通知它递交的来件">
        <Select
          allowClear
          placeholder="全部非保密件"
          options={tokens.map(({ id, name, ending }) => ({ value: id, label: `${name}（尾号 ${ending}）递交的` }))}
        />
      </Form.Item>
      <Form.Item name="events" label="事件" className="wide" rules={wanted('至少选一项')}>
        <Checkbox.Group options={WEBHOOK_EVENTS.map((value) => ({ value, label: WEBHOOK_EVENT_WORDS[value] }))} />
      </Form.Item>
      <div className="wide stack">
        {make.isError && <Trouble what="没有订成" error={make.error} />}
        <span>
          <Button htmlType="submit" type="primary" loading={make.isPending}>
            订阅
          </Button>
        </span>
      </div>
    </Form>
  );
}
