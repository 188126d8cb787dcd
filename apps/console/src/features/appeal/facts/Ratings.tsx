import type { AppealView, RatingView } from '@hub/contract';
import { ToneTag } from '../../../components/Tags';
import { timeWord } from '../../../lib/dates';

const tones = { satisfied: 'good', fair: 'plain', unsatisfied: 'alarm' } as const;

function Rating({ rating }: { rating: RatingView }) {
  const { satisfaction, satisfactionName, solvedName, scores, words, reopen } = rating;
  return (
    <div className="transfer">
      <div className="flex between">
        <b>{rating.unit}的答复</b>
        <ToneTag tone={tones[satisfaction]}>{satisfactionName}</ToneTag>
      </div>
      <p className="small muted">
        {timeWord(rating.at)} · {rating.doorName} · {solvedName}
        {reopen && ' · 申请重办'}
      </p>
      <p className="small">
        {scores.map(({ name, score, scoreName }) => `${name} ${score ? `${score}（${scoreName}）` : scoreName}`).join('，')}
      </p>
      {words && <p className="words small">{words}</p>}
    </div>
  );
}

/** What the citizen said of the answers; who handled it sees none of it. */
export function Ratings({ view }: { view: AppealView }) {
  if (!view.ratings.length) return null;
  return (
    <section>
      <h3>群众评价</h3>
      {view.ratings.map((rating) => (
        <Rating key={rating.at} rating={rating} />
      ))}
    </section>
  );
}
