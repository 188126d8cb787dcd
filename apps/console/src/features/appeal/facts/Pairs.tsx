/** Names and values in two columns; what is empty is left out. */
export function Pairs({ of }: { of: readonly (readonly [string, string | null | undefined])[] }) {
  return (
    <dl className="kv">
      {of.map(
        ([name, value]) =>
          value && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
