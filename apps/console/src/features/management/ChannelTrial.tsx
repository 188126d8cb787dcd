import type { ChannelTrialView, ChannelView } from '@hub/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Modal } from 'antd';
import { asProblem, post } from '../../lib/api';

/** Logs in once and shows what the other side said; nothing is registered. */
export function ChannelTrial({ channel: { name, source } }: { channel: ChannelView }) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const trial = useMutation({
    mutationFn: () => post<ChannelTrialView>(`/channels/${name}/probe`, {}),
    onError: (error) => void message.warning(asProblem(error).detail),
    onSettled: () => client.invalidateQueries({ queryKey: ['management', 'channels'] }),
  });
  const { data } = trial;
  return (
    <>
      <Button size="small" loading={trial.isPending} aria-label={`试连${source}`} onClick={() => trial.mutate()}>
        试连
      </Button>
      <Modal open={Boolean(data)} title={`试连：${source}`} footer={null} width={720} onCancel={() => trial.reset()}>
        {data && (
          <Alert
            type={data.ok ? 'success' : 'error'}
            showIcon
            title={data.ok ? '连上了，没有登记任何来件。' : '没有连上。'}
            description={data.lines.map((line) => (
              <Line key={line} line={line} />
            ))}
          />
        )}
      </Modal>
    </>
  );
}

/** A sentence, or a table drawn with blanks. */
const Line = ({ line }: { line: string }) =>
  line.includes('\n') ? (
    // What scrolls sideways is reached by keys too.
    <pre className="drawn-table" tabIndex={0}>
      {line}
    </pre>
  ) : (
    <div>{line}</div>
  );
