import type { HandedOver } from '@hub/casework';
import { KIND_WORDS } from '@hub/domain';
import type { ReactElement, ReactNode } from 'react';
import { LongDay } from '../layout/LongDay';
import { Paragraphs } from '../layout/Paragraphs';
import { sizeWord } from '../layout/size-word';

/** The letter itself. */
export function LetterPaper({ over, token }: { over: HandedOver; token: string }): ReactElement {
  const { matter, person, files } = over;
  const rows: (readonly [string, ReactNode])[] = [
    ['来件编号', over.number],
    ['类型', KIND_WORDS[over.kind]],
    ...(matter
      ? ([
          ['地点', matter.place || '没有写'],
          ['反映内容', <Paragraphs text={matter.summary} key="s" />],
          ['附件', files.length ? <Files files={files} token={token} key="f" /> : '没有'],
          ['转送理由', matter.reason],
          ['反映人', person ? <Person person={person} key="p" /> : '姓名和联系方式不转送。需要补问的，请由我局转问。'],
        ] as const)
      : []),
  ];
  return (
    <>
      <h2>转送函</h2>
      <article className="paper">
        <p className="soft">
          {`${over.letterNumber}\u3000`}
          <LongDay day={over.sentOn} />
        </p>
        <dl className="facts">
          {rows.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </article>
    </>
  );
}

const Files = ({ files, token }: { files: HandedOver['files']; token: string }): ReactElement => (
  <ul className="toc">
    {files.map(({ id, name, size }) => (
      <li key={id}>
        <a href={`/transfers/${token}/files/${id}`}>
          {name}（{sizeWord(size)}）
        </a>
      </li>
    ))}
  </ul>
);

const Person = ({ person }: { person: NonNullable<HandedOver['person']> }): ReactElement => (
  <>
    {person.name || '没有留姓名'}，{person.phone || '没有留电话'}
    <br />
    <span className="soft">经本人同意转送，只用于办理这一件，请勿外传。</span>
  </>
);
