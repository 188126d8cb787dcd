import type { AppealView, LampView } from '@hub/contract';
import { isOpen, type Milestone } from '@hub/domain';
import { ClockMark } from '../../../components/Lamps';
import { dayWord, timeWord } from '../../../lib/dates';

const LACKS: Record<Milestone, string> = {
  contact: '缺：联系记录（接通，或分在两天以上试三次）',
  site: '缺：现场调查记录（两人、所见）',
  reply: '缺：答复',
};

function proofOf(view: AppealView, lamp: LampView): string {
  if (lamp.waiver) return `免办：${lamp.waiver}`;
  const contact = view.contacts.findLast((one) => one.outcome === 'reached') ?? view.contacts.at(-1);
  const visit = view.siteVisits.at(-1);
  if (lamp.name === 'contact' && contact) {
    const tries = lamp.doneOn ? '' : `，已试 ${view.contacts.length} 次`;
    const outcome = view.contactResult?.result === 'unreachable' ? view.contactResult.name : contact.outcomeName;
    return `${timeWord(contact.at)} ${outcome}，${contact.by}登记${tries}`;
  }
  if (lamp.name === 'site' && visit) return `${timeWord(visit.at)} ${visit.officers.join('、')}`;
  if (lamp.doneOn) return `${dayWord(lamp.doneOn)}完成`;
  if (lamp.name === 'reply' && view.draft)
    return `草稿第 ${view.draft.version} 版，${view.draft.approvedBy ? '已通过' : '还没有通过'}`;
  return isOpen(view.status) ? LACKS[lamp.name] : '';
}

/** The three steps of the promise: due day, state in words, the proof or what lacks; the statutory days below. */
export function Milestones({ view }: { view: AppealView }) {
  const { informBy, informedOn, finishBy } = view.statutory;
  return (
    <section>
      <h3>办理节点 1·2·4</h3>
      {view.lamps.map((lamp) => (
        <div key={lamp.name} className={`milestone ${lamp.state}`}>
          <ClockMark state={lamp.state} />
          <span>
            <b>{lamp.title}</b> <span className="small muted">{dayWord(lamp.dueOn)}前</span>
          </span>
          <span className={`state ${lamp.late ? 'late' : ''}`}>
            {lamp.state === 'done' || lamp.state === 'waived' ? lamp.stateName : lamp.word}
          </span>
          <span className="proof">{proofOf(view, lamp)}</span>
        </div>
      ))}
      {view.waiting && (
        <p className="small">
          等反映人补充{view.waiting.until && `，${dayWord(view.waiting.until)}前`}
          {view.waiting.paused ? '；没到期的节点按补充用的天数顺延' : '；节点照走'}
        </p>
      )}
      <p className="small muted">
        法定：{dayWord(informBy)}前告知{informedOn ? `（${dayWord(informedOn)}已告知）` : '（还没有告知）'}，{dayWord(finishBy)}
        前办结
      </p>
    </section>
  );
}
