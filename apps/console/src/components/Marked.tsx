interface Props {
  text: string;
  /** What was looked for, words between spaces. */
  words: string;
}

/** A text in which the words that were looked for stand out. */
export function Marked({ text, words }: Props) {
  const sought = words.trim().toLowerCase().split(/\s+/u).filter(Boolean);
  if (!sought.length) return <>{text}</>;
  const escaped = sought.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  // What is caught stands at the odd places.
  return text.split(new RegExp(`(${escaped.join('|')})`, 'iu')).map((part, at) => (at % 2 ? <mark key={at}>{part}</mark> : part));
}
