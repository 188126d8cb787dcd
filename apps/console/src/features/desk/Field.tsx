import { useId, type ReactNode } from 'react';

/** A labelled place to write. */
export function Field({ label, hint, children }: { label: string; hint?: string; children: ReactNode }) {
  const id = useId();
  return (
    <div className="field" role="group" aria-labelledby={id}>
      <div id={id} className="field-label">
        <b>{label}</b> {hint && <span className="muted small">{hint}</span>}
      </div>
      {children}
    </div>
  );
}
