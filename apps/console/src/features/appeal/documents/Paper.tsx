import type { DocumentView } from '@hub/contract';
import { Button, Popconfirm } from 'antd';
import { ToneTag } from '../../../components/Tags';
import { timeWord } from '../../../lib/dates';

const tones = { draft: 'todo', issued: 'good', void: 'plain' } as const;

interface Props {
  paper: DocumentView;
  busy: boolean;
  onEdit: () => void;
  onNamed: () => void;
  onIssue: () => void;
  onRenew: () => void;
  onVoid: () => void;
}

/** One version of a paper, and what this person may do to it. */
export function Paper({ paper, busy, onEdit, onNamed, onIssue, onRenew, onVoid }: Props) {
  const { may, name, number, version, state, lacking } = paper;
  const small = { size: 'small', type: 'link', disabled: busy } as const;
  return (
    <div className="transfer">
      <div className="flex between">
        <b className="cut">
          {name}
          {version > 1 && ` 第 ${version} 版`}
        </b>
        <ToneTag tone={tones[state]}>{paper.stateName}</ToneTag>
      </div>
      <p className="small muted">
        {number && `${number} · `}
        {paper.issuedAt ? `${paper.issuedBy} ${timeWord(paper.issuedAt)}签发` : `${paper.by} ${timeWord(paper.at)}拟`}
      </p>
      {paper.voidReason && <p className="small">{paper.voidReason}</p>}
      {may.issue && lacking.length > 0 && <p className="small">还空着：{lacking.join('、')}</p>}
      <div className="flex wrap paper-acts">
        <a className="small" href={paper.href} download>
          下载
        </a>
        {may.named && (
          <Button {...small} onClick={onNamed}>
            带姓名下载
          </Button>
        )}
        {may.edit && (
          <Button {...small} onClick={onEdit}>
            修改
          </Button>
        )}
        {may.issue && (
          <Popconfirm title={`签发${name}？`} description="签发后编号并定稿，要改只能出新版。" okText="签发" onConfirm={onIssue}>
            <Button {...small} disabled={busy || lacking.length > 0}>
              签发
            </Button>
          </Popconfirm>
        )}
        {may.renew && (
          <Button {...small} onClick={onRenew}>
            出新版
          </Button>
        )}
        {may.void && (
          <Button {...small} danger onClick={onVoid}>
            作废
          </Button>
        )}
      </div>
    </div>
  );
}
