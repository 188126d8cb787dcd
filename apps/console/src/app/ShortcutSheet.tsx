import { Modal } from 'antd';
import { useState } from 'react';
import { useKeys } from '../lib/use-keys';
import { shortcuts } from '../lib/words';

/** The sheet of keys, opened by `?` or by the button under the list. */
export function ShortcutSheet() {
  const [open, setOpen] = useState(false);
  useKeys({ '?': () => setOpen(true) });
  return (
    <Modal title="快捷键" open={open} onCancel={() => setOpen(false)} footer={null} width={560} style={{ top: 90 }}>
      <div className="keys">
        {shortcuts.map(([title, keys]) => (
          <section key={title}>
            <h3>{title}</h3>
            {keys.map(([key, what]) => (
              <div key={key} className="flex between">
                <span>{what}</span>
                <kbd>{key}</kbd>
              </div>
            ))}
          </section>
        ))}
      </div>
      <p className="muted small">在输入框里、正在选字时、对话框打开时，单键不起作用。</p>
    </Modal>
  );
}
