import { BulbOutlined } from '@ant-design/icons';
import type { SimilarAppeal } from '@hub/contract';
import { guessTopic, streetIn } from '@hub/domain';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { post } from '../../lib/api';
import type { Entry } from './desk-form';
import { useSettled } from './use-settled';

/** Signs of a text by which its like can be found. */
const ENOUGH = 20;

/** Open appeals that may be about the same thing; each citizen keeps a number and an answer of his own. */
export function SimilarPanel({ entry }: { entry: Entry }) {
  const place = entry.place?.trim() ?? '';
  const street = entry.street ?? streetIn(place) ?? '';
  const topic = guessTopic(entry.subject ?? '', entry.text) ?? '';
  const { subject = '', text } = entry;
  const told = useSettled(JSON.stringify({ subject: subject.trim(), text: text.trim(), place, street, topic }), 800);
  const similar = useQuery({
    queryKey: ['desk-similar', told],
    queryFn: () => post<SimilarAppeal[]>('/desk/similar', JSON.parse(told)),
    enabled: Boolean(place || street || text.trim().length >= ENOUGH),
  });
  const found = similar.data ?? [];
  if (!found.length) return null;
  return (
    <section className="panel pad" aria-label="可能是同一件事" aria-live="polite">
      <h3>
        <BulbOutlined /> 可能是同一件事
      </h3>
      <ul className="desk-list">
        {found.map(({ number, subject, statusName, unit, reason }) => (
          <li key={number}>
            <Link to={`/queue/${number}`} target="_blank">
              {subject}
            </Link>
            <span className="small muted">
              <span className="mono">{number}</span> · {statusName}
              {unit && ` · ${unit}`} · {reason}
            </span>
          </li>
        ))}
      </ul>
      <p className="small">
        可告诉对方：<b>“同类反映已有 {found.length} 件在办，您的情况单独登记、单独答复。”</b>
      </p>
    </section>
  );
}
