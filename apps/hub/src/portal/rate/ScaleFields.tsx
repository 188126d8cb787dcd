import { DIMENSION_HELP, DIMENSION_WORDS, DIMENSIONS, RATING_SCORES, SCORE_WORDS, type RatingScores } from '@hub/domain';
import type { ReactElement } from 'react';
import { Choice } from '../layout/Field';

/** The five dimensions of the plan, each on the same scale and each optional. */
export const ScaleFields = ({ scores }: { scores: RatingScores }): ReactElement => (
  <>
    <h2>
      3. 这五方面怎么样？<span className="opt">（可不填）</span>
    </h2>
    {DIMENSIONS.map((dimension) => (
      <fieldset key={dimension}>
        <legend>
          {DIMENSION_WORDS[dimension]}：{DIMENSION_HELP[dimension]}
        </legend>
        <div className="row scale">
          {RATING_SCORES.map((score) => (
            <Choice
              key={score}
              name={dimension}
              id={`${dimension}${score}`}
              value={String(score)}
              checked={scores[dimension] === score}
            >
              {SCORE_WORDS[score]}
            </Choice>
          ))}
        </div>
      </fieldset>
    ))}
  </>
);
