import type { MessageView } from '@hub/contract';
import { Alert } from 'antd';
import { timeWord } from '../../lib/dates';
import { Attachments } from './Attachments';
import { LetterLook } from './LetterLook';
import { Words } from './Words';

const looks = { in: 'msg', note: 'msg note', out: 'msg sent' };

function Delivery({ delivery }: { delivery: NonNullable<MessageView['delivery']> }) {
  return (
    <span className={`delivery ${delivery.state}`}>
      {delivery.stateName}
      {delivery.at && ` · ${timeWord(delivery.at)}`}
    </span>
  );
}

/** A letter, a note that citizens never see, or what we sent; each looks different beyond its colour. */
export function Message({ message }: { message: MessageView }) {
  const { direction, author, at, cut, remarks, original, delivery } = message;
  return (
    <article className={looks[direction]}>
      <header>
        {direction === 'note' ? (
          <>
            <b>内部备注</b> 群众看不到 · {author} {timeWord(at)}
          </>
        ) : (
          <>
            <b>{author}</b> {timeWord(at)} {direction === 'out' && '对外'}
            {message.sender && <span className={`sender ${message.sender}`}>{message.senderName}</span>}
            {delivery && <Delivery delivery={delivery} />}
          </>
        )}
        <span className="grow" />
        {original && (
          <a href={original.href} target="_blank" rel="noopener noreferrer">
            看原件
          </a>
        )}
      </header>
      <Words message={message} />
      <LetterLook message={message} />
      {cut && <p className="small muted">正文很长，这里只放了前一段，全文见原件。</p>}
      {delivery?.error && <Alert type="error" showIcon title={delivery.error} />}
      {remarks.map((remark) => (
        <p key={remark} className="small muted">
          {remark}
        </p>
      ))}
      <Attachments files={message.attachments} />
    </article>
  );
}
