import type { AppealView } from '@hub/contract';
import { Button } from 'antd';
import { Trouble } from '../../../components/Trouble';
import { useSession } from '../../../lib/session';
import { useKept } from '../../../lib/use-kept';
import { useAct } from '../use-appeal';
import { TextBox } from './TextBox';

export function NoteSide({ view, onDone }: { view: AppealView; onDone: () => void }) {
  const [text, setText] = useKept<string>(`${useSession().account}:${view.number}:note`);
  const act = useAct(view.number);
  const save = () => {
    if (!text?.trim() || act.isPending) return;
    act.mutate(
      { act: 'notes', way: null, body: { text }, version: view.version },
      {
        onSuccess: () => {
          setText(null);
          onDone();
        },
      },
    );
  };
  return (
    <>
      <TextBox label="内部备注" max={15_000} value={text ?? ''} onChange={(value) => setText(value || null)} onSave={save} />
      {act.isError && <Trouble error={act.error} what="备注没有存上" />}
      <footer>
        <span className="grow" />
        <Button data-act="notes" type="primary" disabled={!text?.trim()} loading={act.isPending} onClick={save}>
          存备注
        </Button>
      </footer>
    </>
  );
}
