import type { AppealView } from '@hub/contract';
import { NEED_WORDS } from '@hub/domain';
import { Alert, Button } from 'antd';
import { Trouble } from '../../../components/Trouble';
import { clockWord } from '../../../lib/dates';
import { useAct } from '../use-appeal';
import { DraftLeaks } from './DraftLeaks';
import { TemplateChoice } from './TemplateChoice';
import { TextBox } from './TextBox';
import { useReplyText } from './use-reply-text';

/** A template goes below what is written: nothing typed is lost. */
const joined = (written: string, template: string): string => (written.trim() ? `${written.trimEnd()}\n\n${template}` : template);

/** The shared draft of the reply: saved, then submitted; another person approves it and it is sent from there. */
export function ReplySide({ view, onDone }: { view: AppealView; onDone: () => void }) {
  const reply = useReplyText(view);
  const act = useAct(view.number);
  const find = (way: string) => view.allowedActions.find((one) => one.act === 'draft' && one.way === way);
  const [save, submit] = [find('save'), find('submit')];
  const empty = !reply.text.trim();
  // The text in the box is the draft that a submission would lack.
  const lacking = (submit?.lacking ?? []).filter((need) => need !== 'draft' || empty);

  const send = (way: 'save' | 'submit') => {
    if (empty || reply.newer || act.isPending) return;
    act.mutate(
      { act: 'draft', way, body: { text: reply.text, submit: way === 'submit', base: reply.base }, version: view.version },
      {
        onSuccess: () => {
          reply.takeTheirs();
          if (way === 'submit') onDone();
        },
      },
    );
  };
  return (
    <>
      <TextBox label="答复草稿" max={20_000} value={reply.text} onChange={reply.write} onSave={() => send('save')} />
      <TemplateChoice number={view.number} onChoose={(text) => reply.write(joined(reply.text, text))} />
      <DraftLeaks number={view.number} text={reply.text} />
      {view.approval.sentBack && (
        <Alert type="info" showIcon title={`${view.approval.sentBack.by}退回修改：${view.approval.sentBack.reason}`} />
      )}
      {reply.newer && (
        <Alert
          type="warning"
          showIcon
          title={`${reply.newer.by} ${clockWord(reply.newer.at)} 已改过这一稿。您写的还在。`}
          description={<div className="words theirs">{reply.newer.text}</div>}
          action={
            <span className="flex">
              <Button onClick={reply.keepMine}>用我的</Button>
              <Button onClick={reply.takeTheirs}>用他的</Button>
            </span>
          }
        />
      )}
      {act.isError && <Trouble error={act.error} what="草稿没有存上" />}
      <footer>
        <span className="small muted grow">
          {view.draft ? `共享草稿第 ${view.draft.version} 版 · ${view.draft.by} ${clockWord(view.draft.at)}` : '还没有草稿'}
          {reply.dirty && ' · 有未存的改动'}
        </span>
        {submit && lacking.length > 0 && (
          <span className="small lacking">还差：{lacking.map((need) => NEED_WORDS[need]).join('、')}</span>
        )}
        {save && (
          <Button data-act="draft.save" disabled={empty || !!reply.newer} loading={act.isPending} onClick={() => send('save')}>
            {save.name}
          </Button>
        )}
        {submit && (
          <Button
            data-act="draft.submit"
            type="primary"
            disabled={lacking.length > 0 || !!reply.newer}
            loading={act.isPending}
            onClick={() => send('submit')}
          >
            {submit.name}
          </Button>
        )}
      </footer>
    </>
  );
}
