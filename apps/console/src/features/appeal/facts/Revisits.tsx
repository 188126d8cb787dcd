import type { AppealView, RevisitRecordView } from '@hub/contract';
import { ToneTag } from '../../../components/Tags';
import { dayWord, timeWord } from '../../../lib/dates';

const tones = { open: 'waiting', done: 'good', unreachable: 'plain', dropped: 'plain' } as const;

function Record({ record }: { record: RevisitRecordView }) {
  return (
    <div className="transfer">
      <div className="flex between">
        <b>{record.methodName}回访</b>
        <ToneTag tone={record.outcome === 'satisfied' ? 'good' : 'alarm'}>{record.outcomeName}</ToneTag>
      </div>
      <p className="small muted">
        {record.by} · {timeWord(record.at)}
        {record.solvedName && ` · ${record.solvedName}`}
      </p>
      <p className="small">{record.scores.map(({ name, score }) => `${name} ${score ?? '不了解'}`).join('，')}</p>
      {record.answers.map(({ question, answer }) => (
        <p key={question} className="small">
          {question}
          <br />
          {answer}
        </p>
      ))}
      {record.words && <p className="words small">{record.words}</p>}
    </div>
  );
}

export function Revisits({ view }: { view: AppealView }) {
  if (!view.revisits.length && !view.revisitRecords.length) return null;
  return (
    <section>
      <h3>回访</h3>
      {view.revisits.map((task, at) => (
        <div key={at} className="flex between">
          <span className="small">
            {task.reasonName} · {dayWord(task.dueOn)}前{task.tries > 0 && ` · 已试 ${task.tries} 次`}
          </span>
          <ToneTag tone={tones[task.state]}>{task.stateName}</ToneTag>
        </div>
      ))}
      {view.revisitRecords.map((record) => (
        <Record key={record.at} record={record} />
      ))}
    </section>
  );
}
