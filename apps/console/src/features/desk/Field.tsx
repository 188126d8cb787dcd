import { useId, type ReactNode } from 'react';

interface Props {
  label: string;
  hint?: string;
  /** Several things to choose from instead of one place to write. */
  group?: boolean;
  children: ReactNode;
}

export function Field({ label, hint, group, children }: Props) {
  const id = useId();
  const name = (
    <span id={id} className="field-label">
      <b>{label}</b> {hint && <span className="muted small">{hint}</span>}
    </span>
  );
  if (!group) {
    return (
      <label className="field">
        {name}
        {children}
      </label>
    );
  }
  return (
    <div className="field" role="group" aria-labelledby={id}>
      {name}
      {children}
    </div>
  );
}
