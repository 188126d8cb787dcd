import type { SourceControlTaskView } from '@hub/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { Trouble } from '../../components/Trouble';
import { post } from '../../lib/api';
import { dayWord } from '../../lib/dates';
import { useMay } from '../../lib/session';

/** One source-control task: why it is there, by when, and the measure with its proof that ends it. */
export function TaskCard({ task }: { task: SourceControlTaskView }) {
  const [open, setOpen] = useState(false);
  const may = useMay()('appeal.act');
  const client = useQueryClient();
  const complete = useMutation({
    mutationFn: (body: { measure: string; proof: string }) => post<unknown>(`/source-control-tasks/${task.id}/completion`, body),
    onSuccess: () => {
      setOpen(false);
      void client.invalidateQueries({ queryKey: ['source-control'] });
      return client.invalidateQueries({ queryKey: ['site'] });
    },
  });
  const needed = (message: string) => [{ required: true, whitespace: true, message }];
  return (
    <section className="task-card">
      <h3>
        <Link to={`/sites/${task.site.id}`}>{task.site.name}</Link>
        <span className={`small ${task.late ? 'lacking' : 'muted'}`}>
          {task.stateName} · {dayWord(task.dueOn)}前{task.late && '，已超期'}
        </span>
      </h3>
      <p className="small muted">
        {dayWord(task.openedOn)}立{task.unit && ` · ${task.unit}`}
        {task.doneOn && ` · ${dayWord(task.doneOn)}完成`}
      </p>
      <ul className="refs">
        {task.appeals.map((one) => (
          <li key={one.number}>
            <Link to={`/queue/${one.number}`}>{one.subject}</Link> <span className="small muted">{one.number}</span>
          </li>
        ))}
      </ul>
      {may && task.state === 'open' && !open && (
        <Button size="small" onClick={() => setOpen(true)}>
          登记措施和证明
        </Button>
      )}
      {open && (
        <Form
          layout="vertical"
          requiredMark={false}
          onFinish={(body: { measure: string; proof: string }) => complete.mutate(body)}
        >
          <Form.Item name="measure" label="措施" rules={needed('请填“措施”。')}>
            <Input.TextArea autoSize={{ minRows: 2 }} maxLength={2000} />
          </Form.Item>
          <Form.Item name="proof" label="证明" rules={needed('请填“证明”。')} extra="例如验收单号、监测报告号。">
            <Input.TextArea autoSize={{ minRows: 2 }} maxLength={2000} />
          </Form.Item>
          {complete.isError && <Trouble error={complete.error} />}
          <div className="flex act-buttons">
            <Button onClick={() => setOpen(false)}>取消</Button>
            <Button type="primary" htmlType="submit" loading={complete.isPending}>
              完成治理
            </Button>
          </div>
        </Form>
      )}
    </section>
  );
}
