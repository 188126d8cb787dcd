import type { ImportView } from '@hub/contract';
import { Progress } from 'antd';
import { ToneTag } from '../../components/Tags';

const tones = { preview: 'plain', waiting: 'plain', running: 'plain', done: 'good', failed: 'alarm' } as const;

export function ImportState({ one }: { one: ImportView }) {
  if (one.state !== 'running') return <ToneTag tone={tones[one.state]}>{one.stateName}</ToneTag>;
  const percent = one.rows ? Math.floor((one.position / one.rows) * 100) : 0;
  return (
    <Progress size="small" percent={percent} className="import-bar" aria-label={`导入进度 ${one.position} / ${one.rows} 行`} />
  );
}
