import type { tones } from '../../lib/theme';

interface Figure {
  label: string;
  count: number;
  /** Shown where there are any. */
  tone?: keyof typeof tones;
}

/** Counts of rows in one line. */
export function Figures({ figures }: { figures: readonly Figure[] }) {
  return (
    <dl className="panel pad import-figures">
      {figures.map(({ label, count, tone }) => (
        <div key={label}>
          <dt className="muted small">{label}</dt>
          <dd className="num" style={tone && count ? { color: `var(--tone-${tone}-ink)` } : undefined}>
            {count}
          </dd>
        </div>
      ))}
    </dl>
  );
}
