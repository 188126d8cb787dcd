import type { LetterTemplateView } from '@hub/contract';
import { Alert, Button, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { ToneTag } from '../../components/Tags';
import { LetterSample } from './LetterSample';
import { PlainTable } from './PlainTable';
import { useList } from './use-list';

/** The letters that the office words: where each file is, whether it is right, and what a citizen gets. */
export function Letters() {
  const query = useList<LetterTemplateView>('templates/letters');
  const [shown, setShown] = useState<string | null>(null);
  const letter = query.data?.find(({ name }) => name === shown);
  const columns: TableColumnsType<LetterTemplateView> = [
    { title: '信函', dataIndex: 'title' },
    { title: '标题', dataIndex: 'subject', render: (subject: string) => <div className="table-text">{subject}</div> },
    { title: '文件', dataIndex: 'file', render: (file: string) => <span className="mono">{file}</span> },
    { title: '情况', key: 'state', render: (_, row) => <State letter={row} /> },
    {
      title: '操作',
      key: 'look',
      render: (_, row) => (
        <Button size="small" aria-label={`看${row.title}`} onClick={() => setShown(row.name)}>
          看样子
        </Button>
      ),
    },
  ];
  return (
    <>
      <Alert
        className="list-note"
        type="info"
        title="信函的文字在服务器的下列文件里改，用记事本就行，存成 UTF-8。改完在这里看样子，没有错误再重启系统，新的文字就用上了。"
      />
      <PlainTable query={query} columns={columns} rowKey="name" what="信函样式没有取到" empty="没有信函。" />
      {letter && <LetterSample letter={letter} onClose={() => setShown(null)} />}
    </>
  );
}

function State({ letter: { faults, changed } }: { letter: LetterTemplateView }) {
  if (!faults.length) return <ToneTag tone={changed ? 'todo' : 'good'}>{changed ? '已改，重启后用上' : '正在用'}</ToneTag>;
  return (
    <>
      <ToneTag tone="alarm">文件有错</ToneTag>
      {faults.map((fault) => (
        <div key={fault} className="small table-text">
          {fault}
        </div>
      ))}
    </>
  );
}
