import { PlusOutlined } from '@ant-design/icons';
import type { GuideArticleView } from '@hub/contract';
import type { GuideStep } from '@hub/domain';
import { Button, Space, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { PlainTable } from '../../components/PlainTable';
import { ToneTag } from '../../components/Tags';
import { Trouble } from '../../components/Trouble';
import { timeWord } from '../../lib/dates';
import { useMay } from '../../lib/session';
import { ArticleForm } from './ArticleForm';
import { useArticles, useChange } from './use-guide';

const TONES = { draft: 'todo', signed: 'todo', published: 'good', replaced: 'plain', retired: 'plain' } as const;
const BUTTONS: readonly (readonly [GuideStep, string])[] = [
  ['signature', '签字'],
  ['publication', '公布'],
  ['renewal', '出新版'],
  ['retirement', '撤下'],
];

/** All versions, the newest first. */
export function Articles() {
  const query = useArticles();
  const change = useChange('guide-articles');
  const writes = useMay()('publication.prepare');
  const [open, setOpen] = useState<GuideArticleView | 'new' | null>(null);
  const columns: TableColumnsType<GuideArticleView> = [
    {
      title: '标题',
      dataIndex: 'title',
      render: (title: string, row) => (
        <div className="table-text">
          {title}
          <div className="small muted">{[row.chapterName, row.unit, `${row.year}年版`].filter(Boolean).join(' · ')}</div>
          {row.promise && <div className="small">{row.promise}</div>}
        </div>
      ),
    },
    {
      title: '状态',
      dataIndex: 'state',
      render: (state: GuideArticleView['state'], row) => <ToneTag tone={TONES[state]}>{row.stateName}</ToneTag>,
    },
    { title: '签字', dataIndex: 'signedBy' },
    { title: '更新', dataIndex: 'changedAt', render: (at: string) => <span className="nowrap">{timeWord(at)}</span> },
    {
      title: '操作',
      key: 'act',
      render: (_, row) => (
        <Space size={4} wrap>
          <Button size="small" onClick={() => setOpen(row)}>
            {row.allowedSteps.includes('change') ? '改' : '看'}
          </Button>
          {BUTTONS.filter(([step]) => row.allowedSteps.includes(step)).map(([step, word]) => (
            <Button
              key={step}
              size="small"
              disabled={change.isPending}
              onClick={() =>
                change.mutate({ path: `/${row.id}/${step}`, body: step === 'renewal' ? {} : { version: row.version } })
              }
            >
              {word}
            </Button>
          ))}
        </Space>
      ),
    },
  ];
  return (
    <div className="stack">
      <div className="table-head">
        <span className="muted">公布了的不能直接改，先“出新版”，改好再公布；旧版留着，群众也看得到。</span>
        {writes && (
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpen('new')}>
            写一篇
          </Button>
        )}
      </div>
      {change.isError && <Trouble what="没有办成" error={change.error} />}
      <PlainTable
        query={query}
        columns={columns}
        rowKey="id"
        what="办事指南没有取到"
        empty="还没有写。受理范围、常见问题、各科室的诚信服务承诺都写在这里。"
      />
      {open && <ArticleForm article={open} close={() => setOpen(null)} />}
    </div>
  );
}
