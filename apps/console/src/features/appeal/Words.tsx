import type { MessageView } from '@hub/contract';
import { Button } from 'antd';
import { useId, useState } from 'react';

function whatElse({ hasSignature, hasQuote }: NonNullable<MessageView['reply']>): string {
  return [hasQuote && '引用', hasSignature && '签名'].filter(Boolean).join('和');
}

/** What the citizen says himself; the quotes and the signature below it are one click away. */
export function Words({ message: { text, reply } }: { message: MessageView }) {
  const [whole, setWhole] = useState(false);
  const id = useId();
  if (!reply) return <div className="words">{text}</div>;
  const more = whatElse(reply);
  return (
    <>
      <div id={id} className="words">
        {whole ? text : reply.own}
      </div>
      <Button size="small" type="text" className="more" aria-expanded={whole} aria-controls={id} onClick={() => setWhole(!whole)}>
        {whole ? `收起${more}` : `展开${more}`}
      </Button>
    </>
  );
}
