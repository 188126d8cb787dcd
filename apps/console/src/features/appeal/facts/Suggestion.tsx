import { BulbOutlined } from '@ant-design/icons';
import type { AppealView } from '@hub/contract';
import { Button } from 'antd';
import type { ChosenAct } from '../chosen-act';
import { actKey } from '../next-step';

/** A suggested unit or outside body with its reason; a person decides, so it never takes the primary button. */
export function Suggestion({ view, choose }: { view: AppealView; choose: (act: ChosenAct) => void }) {
  const { suggestion } = view;
  if (!suggestion) return null;
  const key = suggestion.departmentId ? 'transfer.out' : 'assignment';
  const allowed = view.allowedActions.find((one) => actKey(one) === key && !one.lacking.length);
  const given = suggestion.departmentId ? { departmentId: suggestion.departmentId } : { unitId: suggestion.unitId };
  return (
    <section>
      <h3>
        <span>
          <BulbOutlined /> 建议
        </span>
        <span className="small muted">由人决定，可不采纳</span>
      </h3>
      <p>
        {suggestion.departmentId ? '转交' : '派给'}：<b>{suggestion.name}</b>
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
