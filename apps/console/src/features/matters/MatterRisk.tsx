import type { ActBodies, MatterView } from '@hub/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { RiskCard } from '../../components/RiskCard';
import { RiskFields } from '../../components/RiskFields';
import { Trouble } from '../../components/Trouble';
import { post } from '../../lib/api';

type Typed = Omit<ActBodies['risk'], 'decision'>;

/** The risk of the matter: assessed and signed once, and standing in the file of each of its appeals. */
export function MatterRisk({ matter }: { matter: MatterView }) {
  const { number, risk, riskGuess, maySignRisk } = matter;
  const [open, setOpen] = useState<ActBodies['risk']['decision'] | null>(null);
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: (typed: Typed) => post<MatterView>(`/matters/${number}/risk`, { ...typed, decision: open }),
    onSuccess: () => {
      setOpen(null);
      return client.invalidateQueries({ queryKey: ['matter', number] });
    },
  });
  return (
    <>
      <h2>风险评估</h2>
      {risk ? <RiskCard risk={risk} /> : <p className="muted">还没有评估。评一次，各件案卷里都有。</p>}
      {open === null ? (
        <div className="flex act-buttons">
          {riskGuess && <Button onClick={() => setOpen('assess')}>评估风险</Button>}
          {maySignRisk && <Button onClick={() => setOpen('sign')}>签“已阅”</Button>}
        </div>
      ) : (
        <Form<Typed>
          layout="vertical"
          requiredMark={false}
          initialValues={open === 'assess' ? { ...riskGuess, measures: risk?.measures } : {}}
          onFinish={(typed) => save.mutate(typed)}
        >
          {open === 'assess' ? (
            <>
              <p className="small muted">已按您看得到的来件预填，请核对改正。化解措施各件共用，不写反映人的姓名、电话、住址。</p>
              <RiskFields />
            </>
          ) : (
            <Form.Item name="remark" label="批示（可不填）">
              <Input.TextArea autoSize={{ minRows: 2, maxRows: 10 }} maxLength={1000} />
            </Form.Item>
          )}
          {save.isError && <Trouble error={save.error} />}
          <div className="flex act-buttons">
            <Button onClick={() => setOpen(null)}>取消</Button>
            <Button type="primary" htmlType="submit" loading={save.isPending}>
              {open === 'assess' ? '提交评估' : '签“已阅”'}
            </Button>
          </div>
        </Form>
      )}
    </>
  );
}
