import { CheckCircleFilled, ClockCircleOutlined, MinusCircleOutlined, WarningFilled } from '@ant-design/icons';
import type { DueView, LampView } from '@hub/contract';
import type { ClockState } from '@hub/domain';
import { dayWord } from '../lib/dates';

const Hollow = () => <span className="hollow" aria-hidden />;
const shapes = {
  late: WarningFilled,
  soon: ClockCircleOutlined,
  done: CheckCircleFilled,
  pending: Hollow,
  waived: MinusCircleOutlined,
};

/** Shape of a clock state, so that colour is never the only sign. */
export function ClockMark({ state }: { state: ClockState }) {
  const Shape = shapes[state];
  return <Shape aria-hidden />;
}

const lampTitle = (lamp: LampView): string =>
  `${lamp.title}：${lamp.stateName}，${lamp.waiver ?? (lamp.doneOn ? `${dayWord(lamp.doneOn)}完成` : `${dayWord(lamp.dueOn)}前`)}`;

/** Three lamps in a row: shape, name, days. The tooltip gives the exact day. */
export function Lamps({ lamps }: { lamps: readonly LampView[] }) {
  return (
    <span className="lamps">
      {lamps.map((lamp) => (
        <span key={lamp.name} className={`lamp ${lamp.state}`} title={lampTitle(lamp)}>
          <ClockMark state={lamp.state} />
          {lamp.title} <b>{lamp.word}</b>
        </span>
      ))}
    </span>
  );
}

/** The answer to "what next, by when", first thing in every row; where nothing is owed, the status stands there. */
export function DueBlock({ due, statusName }: { due: DueView | null; statusName: string }) {
  if (!due) {
    return (
      <span className="due waived" title="不欠任何一步">
        <span className="due-when">{statusName}</span>
      </span>
    );
  }
  return (
    <span className={`due ${due.state}`} title={`${due.stepName}：${dayWord(due.on)} 24:00 前`}>
      <span className="due-when">
        {due.state !== 'pending' && <ClockMark state={due.state} />} {due.word}
      </span>
      <span className="due-what">{due.stepName}</span>
    </span>
  );
}
