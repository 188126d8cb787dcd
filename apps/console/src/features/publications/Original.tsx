import type { PublicationView } from '@hub/contract';

/** What it is written from: for the bureau's eyes. */
export function Original({ view: { original } }: { view: PublicationView }) {
  const parts = [
    ['标题', original.subject],
    ['来件内容', original.said],
    ['现场调查', original.findings],
    ['答复', original.answer],
  ] as const;
  return (
    <section className="original" aria-label="原件">
      <h2>原件（不公开）</h2>
      {parts.map(
        ([name, text]) =>
          text && (
            <div key={name}>
              <h3>{name}</h3>
              <p className="words">{text}</p>
            </div>
          ),
      )}
    </section>
  );
}
