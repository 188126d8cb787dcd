import { CheckCircleFilled, InfoCircleOutlined, PhoneOutlined } from '@ant-design/icons';
import type { AppealView } from '@hub/contract';
import { timeWord } from '../../lib/dates';
import { contactMethods } from '../../lib/words';
import { AddFiles } from './AddFiles';
import { Attachments } from './Attachments';
import { DraftCard } from './DraftCard';
import { Message } from './Message';
import { timeline, type TalkItem } from './timeline';
import { SiteVisit } from './SiteVisit';

const methodWord = (method: string): string => contactMethods[method as keyof typeof contactMethods] ?? method;

function Item({ view, item }: { view: AppealView; item: TalkItem }) {
  if (item.type === 'message') return <Message message={item.message} />;
  if (item.type === 'visit') return <SiteVisit view={view} visit={item.visit} />;
  if (item.type === 'contact') {
    const { at, by, method, outcome, outcomeName, called, words } = item.contact;
    return (
      <div className="event">
        {outcome === 'reached' ? <CheckCircleFilled className="done-mark" /> : <PhoneOutlined />}
        <span>
          {timeWord(at)} {by}登记联系：{methodWord(method)}
          {called && ` ${called}`}，{outcomeName}
          {words && `；${words}`}
        </span>
      </div>
    );
  }
  const { at, by, title, note } = item.event;
  return (
    <div className="event">
      <InfoCircleOutlined />
      <span>
        {timeWord(at)} {by} {title}
        {note && `：${note}`}
      </span>
    </div>
  );
}

const keyOf = (item: TalkItem, index: number) =>
  item.type === 'message' ? `m${item.message.id}` : `${item.type}${item.at}-${index}`;

/** What was said and done, oldest first. */
export function Conversation({ view }: { view: AppealView }) {
  const items = timeline(view);
  return (
    <>
      {items.length === 0 && <p className="muted">还没有往来。</p>}
      {items.map((item, index) => (
        <Item key={keyOf(item, index)} view={view} item={item} />
      ))}
      <Attachments files={view.files} />
      <AddFiles view={view} />
      <DraftCard view={view} />
    </>
  );
}
