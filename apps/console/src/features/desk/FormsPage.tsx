import type { FormBatchRow } from '@hub/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { PageHead } from '../../components/PageHead';
import { Trouble } from '../../components/Trouble';
import { get, post } from '../../lib/api';
import { Field } from './Field';
import { FormBatch } from './FormBatch';

/** The five things that people are asked to judge (行政效率、公开透明、收费规范、服务质量、清正廉洁). */
const FIVE = ['行政效率', '公开透明', '收费规范', '服务质量', '清正廉洁'];
const BATCHES = ['form-batches'];

/** 征求意见表: batches, and the one that is being entered. */
export function FormsPage() {
  const { id } = useParams();
  const batches = useQuery({ queryKey: BATCHES, queryFn: ({ signal }) => get<FormBatchRow[]>('/desk/batches', signal) });
  return (
    <div className="page">
      <PageHead
        title="征求意见表"
        lead="每张由两个人各录一遍，一致的才算数；写了意见的登记成来件"
        extra={<Link to="/desk">回到登记</Link>}
      />
      <div className="desk">
        {id ? <FormBatch key={id} id={Number(id)} /> : <p className="panel pad muted">选一批，或新建一批。</p>}
        <aside className="desk-side">
          <section className="panel pad" aria-label="各批">
            <h3>各批</h3>
            {batches.isError && <Trouble error={batches.error} what="没有取到" retry={() => void batches.refetch()} />}
            {batches.data?.length === 0 && <p className="small muted">还没有。</p>}
            <ul className="desk-list">
              {(batches.data ?? []).map((one) => (
                <li key={one.id}>
                  <Link to={`/desk/forms/${one.id}`}>{one.name}</Link>
                  <span className="small muted">
                    {one.sheets} 张 · {one.by}
                  </span>
                </li>
              ))}
            </ul>
          </section>
          <NewBatch />
        </aside>
      </div>
    </div>
  );
}

function NewBatch() {
  const [name, setName] = useState('');
  const [sheets, setSheets] = useState<number | null>(null);
  const [questions, setQuestions] = useState(FIVE.join('\n'));
  const client = useQueryClient();
  const asked = questions.split('\n').flatMap((one) => one.trim() || []);
  const open = useMutation({
    mutationFn: () => post('/desk/batches', { name: name.trim(), sheets, questions: asked }),
    onSuccess: () => {
      setName('');
      setSheets(null);
      return client.invalidateQueries({ queryKey: BATCHES });
    },
  });
  return (
    <section className="panel pad stack" aria-label="新建一批">
      <h3>新建一批</h3>
      <Field label="名称" hint="如：2026 年下半年社区征求意见">
        <Input maxLength={120} value={name} onChange={(event) => setName(event.target.value)} />
      </Field>
      <Field label="张数" group>
        <InputNumber aria-label="张数" min={1} max={500} precision={0} value={sheets} onChange={setSheets} />
      </Field>
      <Field label="题目" hint="一行一题，按表上的次序">
        <Input.TextArea autoSize={{ minRows: 5 }} value={questions} onChange={(event) => setQuestions(event.target.value)} />
      </Field>
      {open.isError && <Trouble error={open.error} what="没有建成" />}
      <div>
        <Button disabled={!name.trim() || !sheets || !asked.length} loading={open.isPending} onClick={() => open.mutate()}>
          新建
        </Button>
      </div>
    </section>
  );
}
