import { DownOutlined } from '@ant-design/icons';
import type { AppealView, DocumentView } from '@hub/contract';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { Trouble } from '../../../components/Trouble';
import { NamedCopy } from './NamedCopy';
import { Paper } from './Paper';
import { PaperEditor } from './PaperEditor';
import { PaperVoiding } from './PaperVoiding';
import { useDocuments, usePapers } from './use-documents';

/** 文书: what was drawn up, with its number and version, and what may be drawn up now. */
export function Documents({ view }: { view: AppealView }) {
  const papers = useDocuments(view);
  const deed = usePapers(view);
  const [edited, setEdited] = useState<number | null>(null);
  const [named, setNamed] = useState<DocumentView | null>(null);
  const [voided, setVoided] = useState<DocumentView | null>(null);
  const { items = [], drawable = [] } = papers.data ?? {};

  const draw = (kind: string, name: string, supersedes?: number) =>
    deed.mutate(
      { below: '', body: { kind, supersedes }, said: `已拟${name}，请核对各栏。` },
      { onSuccess: (list) => setEdited(list.items.at(-1)?.id ?? null) },
    );
  const paper = items.find(({ id }) => id === edited);

  if (papers.isError) return <Trouble what="文书没有取到" error={papers.error} retry={() => void papers.refetch()} />;
  if (!items.length && !drawable.length) return null;
  return (
    <section aria-label="文书">
      <h3>
        文书
        {drawable.length > 0 && (
          <Dropdown
            trigger={['click']}
            menu={{
              items: drawable.map(({ kind, name, usual }) => ({ key: kind, label: usual ? <b>{name}</b> : name })),
              onClick: ({ key }) => draw(key, drawable.find(({ kind }) => kind === key)?.name ?? ''),
            }}
          >
            <Button size="small" loading={deed.isPending}>
              拟文书 <DownOutlined />
            </Button>
          </Dropdown>
        )}
      </h3>
      {items.map((one) => (
        <Paper
          key={one.id}
          paper={one}
          busy={deed.isPending}
          onEdit={() => setEdited(one.id)}
          onNamed={() => setNamed(one)}
          onIssue={() =>
            deed.mutate({ below: `${one.id}/issue`, body: { revision: one.revision }, said: `${one.name}已签发并编号。` })
          }
          onRenew={() => draw(one.kind, `${one.name}新版`, one.id)}
          onVoid={() => setVoided(one)}
        />
      ))}
      {paper?.may.edit && <PaperEditor key={paper.id} appeal={view} paper={paper} onClose={() => setEdited(null)} />}
      {named && <NamedCopy appeal={view} paper={named} onClose={() => setNamed(null)} />}
      {voided && <PaperVoiding appeal={view} paper={voided} onClose={() => setVoided(null)} />}
    </section>
  );
}
