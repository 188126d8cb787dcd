import type { MessageView } from '@hub/contract';
import { Button } from 'antd';
import { useId, useState } from 'react';

/** The letter as its writer laid it out: fetched when somebody asks, in a frame that can do nothing. */
export function LetterLook({ message: { html } }: { message: MessageView }) {
  const [shown, setShown] = useState(false);
  const id = useId();
  if (!html) return null;
  return (
    <>
      <Button size="small" type="text" className="more" aria-expanded={shown} aria-controls={id} onClick={() => setShown(!shown)}>
        {shown ? '收起样式' : '按原样式看'}
      </Button>
      <div id={id}>
        {shown && (
          <iframe
            className="letter-look"
            title="来信原样式"
            src={html.href}
            sandbox="allow-popups allow-popups-to-escape-sandbox"
            referrerPolicy="no-referrer"
          />
        )}
      </div>
    </>
  );
}
