import type { ReactElement } from 'react';
import { TextField } from '../layout/Field';

/** Where many forms come at once: a question in words, which everybody can read or hear. */
export const QuestionField = ({ words, fault }: { words: string; fault: string | null }): ReactElement => (
  <TextField
    id="answer"
    label={`请回答：${words}`}
    hint="现在交来的件很多，请用这个办法告诉我们您不是机器。写数字就行。"
    fault={fault}
    value=""
    input={{ className: 'w-m', inputMode: 'numeric', autoComplete: 'off', maxLength: 10 }}
  />
);
