import type { AppealView } from '@hub/contract';
import { dayWord } from '../../../lib/dates';
import { Pairs } from './Pairs';

/** What was written down beside the citizen's words when staff entered it. */
export function Entry({ view }: { view: AppealView }) {
  if (!view.entry) return null;
  const { by, facts } = view.entry;
  return (
    <section>
      <h3>登记</h3>
      <Pairs
        of={[
          ['来源', view.source],
          ...facts.map(({ word, kind, value }) => [word, kind === 'past' || kind === 'answer' ? dayWord(value) : value] as const),
          ['登记人', by],
        ]}
      />
    </section>
  );
}
