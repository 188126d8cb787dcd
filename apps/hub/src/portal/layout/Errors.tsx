import type { ReactElement } from 'react';
import type { FieldFault } from './faults';

/** The summary above the h1. It takes the focus by itself, without script. */
export function Errors({ faults, title }: { faults: readonly FieldFault[]; title?: string }): ReactElement | null {
  if (faults.length === 0) return null;
  return (
    <div className="errors" role="alert" tabIndex={-1} autoFocus aria-labelledby="es">
      <h2 id="es">{title ?? `有 ${faults.length} 处需要您改一下`}</h2>
      <ul>
        {faults.map((one) => (
          <li key={`${one.href ?? one.field} ${one.words}`}>
            <a href={one.href ?? `#${one.field}`}>{one.words}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
