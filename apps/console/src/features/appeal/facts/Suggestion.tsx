import { BulbOutlined } from '@ant-design/icons';
import type { AppealView } from '@hub/contract';
import { Button } from 'antd';
import type { ChosenAct } from '../chosen-act';
import { actKey } from '../next-step';

/** A suggested unit or outside body with its reason; a person decides, so it never takes the primary button. */
export function Suggestion({ view, choose }: { view: AppealView; choose: (act: ChosenAct) => void }) {
  const { suggestion } = view;
  const followed = suggestion?.unitId ? suggestion.unitId === view.unitId : suggestion?.departmentId === view.departmentId;
  if (!suggestion || followed) return null;
  const inside = suggestion.unitId !== null;
  const key = inside ? 'assignment' : 'transfer.out';
  const allowed = view.allowedActions.find((one) => actKey(one) === key && !one.lacking.length);
  const given = inside ? { unitId: suggestion.unitId } : { departmentId: suggestion.departmentId };
  return (
    <section>
      <h3>
        <span>
          <BulbOutlined /> 建议
        </span>
        <span className="small muted">由人决定，可不采纳</span>
      </h3>
      <p>
        {inside ? '派给' : '转交'}：<b>{suggestion.name}</b>
      </p>
      <p className="small muted">理由：{suggestion.reason}</p>
      {allowed && (
        <Button size="small" onClick={() => choose({ allowed, given })}>
          采纳
        </Button>
      )}
    </section>
  );
}
