import type { AppealRow } from '@hub/contract';
import { memo } from 'react';
import { DueBlock, Lamps } from '../../components/Lamps';
import { Marked } from '../../components/Marked';
import { ChannelIcon, KindTag, SecrecyFlag } from '../../components/Tags';

interface Props {
  row: AppealRow;
  position: number;
  total: number;
  open: boolean;
  at: boolean;
  /** What the list was searched for. */
  words: string;
  onOpen: (number: string) => void;
}

export const rowId = (number: string): string => `row-${number}`;

/** One appeal in the list, 80 px, fixed, so that the list needs no measuring. */
export const QueueRow = memo(function QueueRow({ row, position, total, open, at, words, onOpen }: Props) {
  return (
    <div
      id={rowId(row.number)}
      role="option"
      aria-selected={open}
      aria-setsize={total}
      aria-posinset={position + 1}
      className={`row ${open ? 'open' : ''} ${at ? 'cursor' : ''}`}
      style={{ top: position * 80 }}
      onClick={() => onOpen(row.number)}
    >
      <DueBlock due={row.due} statusName={row.statusName} />
      <div className="row-body">
        <div className="row-subject cut" title={row.subject}>
          <Marked text={row.subject} words={words} />
        </div>
        <div className="row-facts">
          <ChannelIcon channel={row.channel} source={row.source} />
          <KindTag name={row.kindName} />
          <span>{row.statusName}</span>
          <span>{row.handler ?? row.department ?? row.unit ?? '未派'}</span>
          <span className="cut">{row.street}</span>
          {row.riskLevel && row.riskLevel !== 'low' && <span className="flag">{row.riskName}</span>}
          {row.mailReturned && (
            <span className="flag" title={row.mailReturned}>
              邮件退回
            </span>
          )}
          {row.satisfaction === 'unsatisfied' && <span className="flag">不满意</span>}
          {row.supervised && <span className="flag">督办</span>}
          <SecrecyFlag secrecy={row.secrecy} />
        </div>
        {row.glimpse ? (
          <div className="row-glimpse cut" title={row.glimpse}>
            <Marked text={row.glimpse} words={words} />
          </div>
        ) : (
          <Lamps lamps={row.lamps} />
        )}
      </div>
    </div>
  );
});
