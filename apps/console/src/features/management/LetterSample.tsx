import type { LetterPreviewView, LetterTemplateView } from '@hub/contract';
import { LETTER_FIELD_WORDS } from '@hub/domain';
import { useQuery } from '@tanstack/react-query';
import { Alert, Drawer, Segmented, Skeleton } from 'antd';
import { useState } from 'react';
import { Trouble } from '../../components/Trouble';
import { get } from '../../lib/api';

/** A letter filled with an invented appeal, as its reader gets it: as a page in a frame that can do nothing, or as plain text. */
export function LetterSample({ letter, onClose }: { letter: LetterTemplateView; onClose: () => void }) {
  const [form, setForm] = useState<'html' | 'text'>('html');
  const query = useQuery({
    queryKey: ['management', 'templates/letters', letter.name, 'preview'],
    queryFn: ({ signal }) => get<LetterPreviewView>(`/templates/letters/${letter.name}/preview`, signal),
  });
  const { data } = query;
  return (
    <Drawer open title={letter.title} size="large" onClose={onClose}>
      {letter.faults.length > 0 && (
        <Alert
          className="list-note"
          type="error"
          showIcon
          title="文件有错，系统重启后会启动不了。下面是现在正在用的文字。"
          description={letter.faults.map((fault) => (
            <div key={fault}>{fault}</div>
          ))}
        />
      )}
      {query.isPending && <Skeleton active />}
      {query.isError && <Trouble what="样子没有取到" error={query.error} retry={() => void query.refetch()} />}
      {data && (
        <>
          <dl className="kv">
            <div>
              <dt>发件人</dt>
              <dd>{data.from}</dd>
            </div>
            <div>
              <dt>标题</dt>
              <dd>{data.subject}</dd>
            </div>
            <div>
              <dt>文件</dt>
              <dd className="mono">{letter.file}</dd>
            </div>
          </dl>
          <Segmented<'html' | 'text'>
            className="list-states"
            aria-label="怎么看"
            value={form}
            onChange={setForm}
            options={[
              { value: 'html', label: '网页样式' },
              { value: 'text', label: '纯文字' },
            ]}
          />
          {form === 'html' ? (
            <iframe className="letter-look" title={`${letter.title}的网页样式`} srcDoc={data.html} sandbox="" />
          ) : (
            <pre className="letter-text">{data.body}</pre>
          )}
        </>
      )}
      <Fields letter={letter} />
    </Drawer>
  );
}

function Fields({ letter: { fields } }: { letter: LetterTemplateView }) {
  return (
    <section className="letter-fields">
      <h3>可以用的栏目</h3>
      <p className="small muted">写成双大括号，寄信时换成这一件的内容。只有下面这些能用。</p>
      <ul>
        {fields.map((field) => (
          <li key={field}>
            <code>{`{{${field}}}`}</code> {LETTER_FIELD_WORDS[field]}
          </li>
        ))}
      </ul>
    </section>
  );
}
