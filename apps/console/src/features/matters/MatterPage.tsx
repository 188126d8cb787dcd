import type { MatterDraftView, MatterView } from '@hub/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Input, Result, Skeleton, Table } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { PageHead } from '../../components/PageHead';
import { StatusTag } from '../../components/Tags';
import { Trouble } from '../../components/Trouble';
import { asProblem, get, post } from '../../lib/api';
import { dayWord, timeWord } from '../../lib/dates';
import { useSession } from '../../lib/session';
import { Adoption } from './Adoption';
import { MatterRisk } from './MatterRisk';
import { SharedSiteForm } from './SharedSiteForm';

/** One matter: the appeals that the person sees, what was found once for all of them, and one draft for each. */
export function MatterPage() {
  const { number = '' } = useParams();
  const client = useQueryClient();
  const { role } = useSession();
  const query = useQuery({
    queryKey: ['matter', number],
    queryFn: ({ signal }) => get<MatterView>(`/matters/${encodeURIComponent(number)}`, signal),
  });
  const [text, setText] = useState('');
  const [replace, setReplace] = useState(false);
  const draft = useMutation({
    mutationFn: () => post<MatterDraftView>(`/matters/${number}/draft`, { text, replace }),
    onSettled: () => client.invalidateQueries({ queryKey: ['matter', number] }),
  });
  if (query.isPending) return <Skeleton active className="page" />;
  if (query.isError)
    return asProblem(query.error).status === 404 ? (
      <Result status="404" title={asProblem(query.error).detail} subTitle={asProblem(query.error).hint} />
    ) : (
      <div className="page">
        <Trouble what="事项没有取到" error={query.error} retry={() => void query.refetch()} />
      </div>
    );
  const { title, site, unit, openedAt, openedBy, appeals, siteRecords } = query.data;
  const section = role === 'handler' || role === 'section-head';
  return (
    <div className="page">
      <PageHead
        title={title}
        lead={[`事项 ${number}`, unit && `${unit}牵头`, `${timeWord(openedAt)} ${openedBy}立`].filter(Boolean).join(' · ')}
        extra={site && <Link to={`/sites/${site.id}`}>被反映对象：{site.name}</Link>}
      />
      <h2>归入的来件</h2>
      <Table
        size="small"
        rowKey="number"
        pagination={false}
        scroll={{ x: 'max-content' }}
        dataSource={[...appeals]}
        columns={[
          { title: '编号', dataIndex: 'number', render: (one: string) => <Link to={`/queue/${one}`}>{one}</Link> },
          { title: '标题', dataIndex: 'subject' },
          { title: '地点', dataIndex: 'place' },
          { title: '状态', key: 'status', render: (_, one) => <StatusTag status={one.status} name={one.statusName} /> },
          {
            title: '现场',
            dataIndex: 'siteDoneOn',
            render: (on: string | null, one) => {
              if (on) return dayWord(on);
              return section && siteRecords.length ? <Adoption matter={number} appeal={one.number} /> : '还没有';
            },
          },
          { title: '答复稿', dataIndex: 'hasDraft', render: (has: boolean) => (has ? '已起草' : '') },
        ]}
      />
      <h2>共用的现场调查</h2>
      {siteRecords.map((one, at) => (
        <div key={at} className="shared-record">
          <p className="small muted">
            {timeWord(one.at)} · {one.officers.join('、')} · {one.place} · 用于 {one.appeals.join('、')}
          </p>
          <p className="words">{one.findings}</p>
        </div>
      ))}
      {!siteRecords.length && <p className="muted">还没有。登记一次，正在办理的各件都算到过现场；联系和答复仍各算各的。</p>}
      {section && <SharedSiteForm number={number} place={site?.address ?? ''} />}
      <MatterRisk matter={query.data} />
      {section && (
        <>
          <h2>给每位反映人写答复稿</h2>
          <p className="small muted">
            可用 {'{{称呼}}'}、{'{{编号}}'}、{'{{地点}}'}、{'{{收到日期}}'}，各件填各件的。写入后仍要各自送审。
          </p>
          <Input.TextArea
            aria-label="答复稿"
            autoSize={{ minRows: 5, maxRows: 16 }}
            value={text}
            maxLength={20000}
            onChange={(event) => setText(event.target.value)}
          />
          <div className="flex act-buttons">
            <Checkbox checked={replace} onChange={(event) => setReplace(event.target.checked)}>
              替换已有的稿子
            </Checkbox>
            <Button type="primary" disabled={!text.trim()} loading={draft.isPending} onClick={() => draft.mutate()}>
              写入各件
            </Button>
          </div>
          {draft.isError && <Trouble error={draft.error} />}
          {draft.data && (
            <Table
              size="small"
              rowKey="number"
              pagination={false}
              scroll={{ x: 'max-content' }}
              dataSource={[...draft.data.results]}
              columns={[
                { title: '编号', dataIndex: 'number', render: (one: string) => <Link to={`/queue/${one}`}>{one}</Link> },
                { title: '结果', dataIndex: 'stateName' },
                { title: '原因', key: 'why', render: (_, one) => [one.reason, one.hint].filter(Boolean).join(' ') },
              ]}
            />
          )}
        </>
      )}
    </div>
  );
}
