import { DownOutlined } from '@ant-design/icons';
import type { AllowedActView, AppealView } from '@hub/contract';
import { Button, Dropdown } from 'antd';
import type { ChosenAct } from './chosen-act';
import { actKey, nextStep } from './next-step';

interface Props {
  view: AppealView;
  choose: (act: ChosenAct) => void;
  busy: boolean;
  onWrite: () => void;
}

const idOf = (one: AllowedActView) => `${one.act}/${one.way ?? ''}`;

/** Exactly the acts that the server allows: the next step's as the primary button, the others behind 更多操作. */
export function ActBar({ view, choose, busy, onWrite }: Props) {
  const { primary, others, write } = nextStep(view);
  const waiting = primary?.lacking.length ? primary.waitsFor : null;
  return (
    <div className="acts">
      {waiting && <span className="small lacking">{waiting}</span>}
      {write && (
        <Button type="primary" onClick={onWrite}>
          写答复
        </Button>
      )}
      {primary && (
        <Button
          type="primary"
          data-act={actKey(primary)}
          disabled={busy || primary.lacking.length > 0}
          title={waiting ?? undefined}
          onClick={() => choose({ allowed: primary })}
        >
          {primary.name}
        </Button>
      )}
      {others.length > 0 && (
        <Dropdown
          trigger={['click']}
          disabled={busy}
          menu={{
            items: others.map((one) => ({
              key: idOf(one),
              disabled: one.lacking.length > 0,
              label: (
                <>
                  {one.name} {one.waitsFor && <span className="small muted">{one.waitsFor}</span>}
                </>
              ),
            })),
            onClick: ({ key }) => {
              const allowed = others.find((one) => idOf(one) === key);
              if (allowed) choose({ allowed });
            },
          }}
        >
          <Button>
            更多操作 <DownOutlined className="small" />
          </Button>
        </Dropdown>
      )}
    </div>
  );
}
