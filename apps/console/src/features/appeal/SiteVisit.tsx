import { CheckCircleFilled } from '@ant-design/icons';
import type { AppealView } from '@hub/contract';
import { timeWord } from '../../lib/dates';
import { AddFiles } from './AddFiles';
import { Attachments } from './Attachments';

/** The record of a visit: the proof of the second milestone. */
export function SiteVisit({ view, visit }: { view: AppealView; visit: AppealView['siteVisits'][number] }) {
  return (
    <article className="msg visit">
      <header>
        <CheckCircleFilled className="done-mark" /> <b>现场调查</b> {timeWord(visit.at)} · {visit.officers.join('、')}
      </header>
      <p className="muted small">{visit.place}</p>
      <div className="words">{visit.findings}</div>
      <Attachments files={visit.photos} />
      <AddFiles view={view} siteRecordId={visit.id} />
    </article>
  );
}
