import type { ApiTokenView, DeliveryView, NewTokenView, NewWebhookView, WebhookView } from '@hub/contract';
import { SCOPE_WORDS, WEBHOOK_EVENT_WORDS } from '@hub/domain';
import { Button, Popconfirm, Space, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { ToneTag } from '../../components/Tags';
import { Trouble } from '../../components/Trouble';
import { timeWord } from '../../lib/dates';
import { useMay } from '../../lib/session';
import { NewToken, NewWebhook } from './InterfaceForms';
import { PlainTable } from './PlainTable';
import { SecretOnce } from './SecretOnce';
import { useDoTo, useList } from './use-list';

/** Other systems: who may hand in, who is told what becomes of it, and what could not be told. */
export function Interfaces() {
  return (
    <div className="stack">
      <Tokens />
      <Webhooks />
      <DeadDeliveries />
    </div>
  );
}

const nameOf = (list: readonly { id: number; name: string }[] | undefined, id: number): string =>
  list?.find((one) => one.id === id)?.name ?? `${id} 号`;

function Tokens() {
  const may = useMay()('interfaces.manage');
  const query = useList<ApiTokenView>('api-tokens');
  const revoke = useDoTo('api-tokens', 'revocation');
  const renew = useDoTo('api-tokens', 'renewal');
  const [secret, setSecret] = useState<string | null>(null);
  const columns: TableColumnsType<ApiTokenView> = [
    {
      title: '系统',
      dataIndex: 'name',
      render: (name: string, row) => (
        <div className="table-text">
          {name}
          <div className="small muted">尾号 {row.ending}</div>
        </div>
      ),
    },
    { title: '来源', dataIndex: 'source' },
    { title: '权限', dataIndex: 'scopes', render: (_, row) => row.scopes.map((scope) => SCOPE_WORDS[scope]).join('、') },
    { title: '每分钟', dataIndex: 'perMinute', align: 'right' },
    {
      title: '状态',
      dataIndex: 'state',
      render: (_, row) => <ToneTag tone={row.state === 'active' ? 'good' : 'plain'}>{row.stateName}</ToneTag>,
    },
    { title: '到期', dataIndex: 'expiresAt', render: (at: string | null) => (at ? timeWord(at) : '不限') },
    { title: '上次使用', dataIndex: 'lastUsedAt', render: (at: string | null) => (at ? timeWord(at) : '还没有') },
    {
      title: '操作',
      key: 'act',
      render: (_, row) =>
        may &&
        row.state !== 'revoked' && (
          <Space size={4}>
            <Popconfirm
              title="旧令牌马上失效，确定更换？"
              onConfirm={() =>
                renew.mutate({ id: row.id, body: {} }, { onSuccess: (done) => setSecret((done as NewTokenView).token) })
              }
            >
              <Button size="small">更换</Button>
            </Popconfirm>
            <Popconfirm title="吊销后不能恢复，确定？" onConfirm={() => revoke.mutate({ id: row.id, body: {} })}>
              <Button size="small" danger>
                吊销
              </Button>
            </Popconfirm>
          </Space>
        ),
    },
  ];
  return (
    <section className="stack" aria-label="令牌">
      <h2>令牌</h2>
      {may && <NewToken onDone={setSecret} />}
      <SecretOnce what="令牌" secret={secret} close={() => setSecret(null)} />
      {(revoke.isError || renew.isError) && <Trouble what="没有办成" error={revoke.error ?? renew.error} />}
      <PlainTable query={query} columns={columns} rowKey="id" what="令牌没有取到" empty="还没有给外部系统发令牌。" />
    </section>
  );
}

function Webhooks() {
  const may = useMay()('interfaces.manage');
  const query = useList<WebhookView>('webhooks');
  const tokens = useList<ApiTokenView>('api-tokens').data;
  const pause = useDoTo('webhooks', 'pause');
  const resume = useDoTo('webhooks', 'resumption');
  const [secret, setSecret] = useState<string | null>(null);
  const columns: TableColumnsType<WebhookView> = [
    { title: '系统', dataIndex: 'name', render: (name: string) => <div className="table-text">{name}</div> },
    { title: '网址', dataIndex: 'url', render: (url: string) => <div className="table-text">{url}</div> },
    { title: '事件', dataIndex: 'events', render: (_, row) => row.events.map((one) => WEBHOOK_EVENT_WORDS[one]).join('、') },
    {
      title: '范围',
      dataIndex: 'tokenId',
      render: (id: number | null) => (id === null ? '全部非保密件' : `${nameOf(tokens, id)}递交的`),
    },
    {
      title: '状态',
      dataIndex: 'active',
      render: (_, row) => (
        <>
          <ToneTag tone={row.trouble ? 'alarm' : row.active ? 'good' : 'plain'}>{row.active ? '在用' : '停用'}</ToneTag>
          {row.trouble && <div className="small muted table-text">{row.trouble.error}</div>}
        </>
      ),
    },
    { title: '待送', dataIndex: 'pending', align: 'right' },
    { title: '送不到', dataIndex: 'dead', align: 'right' },
    {
      title: '操作',
      key: 'act',
      render: (_, row) =>
        may && (
          <Button size="small" onClick={() => (row.active ? pause : resume).mutate({ id: row.id, body: {} })}>
            {row.active ? '停用' : '恢复'}
          </Button>
        ),
    },
  ];
  return (
    <section className="stack" aria-label="进展通知">
      <h2>进展通知</h2>
      {may && <NewWebhook onDone={(made: NewWebhookView) => setSecret(made.secret)} />}
      <SecretOnce what="签名密钥" secret={secret} close={() => setSecret(null)} />
      {(pause.isError || resume.isError) && <Trouble what="没有办成" error={pause.error ?? resume.error} />}
      <PlainTable query={query} columns={columns} rowKey="id" what="订阅没有取到" empty="还没有外部系统订阅通知。" />
    </section>
  );
}

function DeadDeliveries() {
  const may = useMay()('interfaces.manage');
  const webhooks = useList<WebhookView>('webhooks').data;
  const query = useList<DeliveryView>('webhook-deliveries', '?state=dead');
  const retry = useDoTo('webhook-deliveries', 'retry');
  const columns: TableColumnsType<DeliveryView> = [
    { title: '系统', dataIndex: 'webhookId', render: (id: number) => nameOf(webhooks, id) },
    { title: '事件', dataIndex: 'eventName' },
    { title: '时间', dataIndex: 'createdAt', render: (at: string) => timeWord(at) },
    { title: '原因', dataIndex: 'lastError', render: (error: string | null) => <div className="table-text">{error}</div> },
    {
      title: '操作',
      key: 'act',
      render: (_, row) =>
        may && (
          <Button size="small" onClick={() => retry.mutate({ id: row.id, body: {} })}>
            重送
          </Button>
        ),
    },
  ];
  return (
    <section className="stack" aria-label="送不到的通知">
      <h2>送不到的通知</h2>
      {retry.isError && <Trouble what="没有重送成" error={retry.error} />}
      <PlainTable query={query} columns={columns} rowKey="id" what="通知没有取到" empty="没有送不到的通知。" />
    </section>
  );
}
