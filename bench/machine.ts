import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { quantile } from './figures';

/** What the figures depend on, in Chinese lines. */
export function machineLines(folder: string, engines: readonly string[]): string[] {
  const memory = Math.round(totalmem() / (1 << 30));
  return [
    `机器：${cpus()[0]?.model.trim() ?? '不明'} × ${cpus().length}，内存 ${memory} GiB；Node ${process.version}`,
    `引擎：${engines.join('；')}`,
    `磁盘：写 4 KB 后 fdatasync ${flushMs(folder).toFixed(2)} 毫秒（中位数）；写入的数字都随它变`,
  ];
}

function flushMs(folder: string): number {
  const path = join(folder, 'flush');
  const file = openSync(path, 'w');
  const samples = Array.from({ length: 100 }, () => {
    writeSync(file, Buffer.alloc(4096, 1));
    const start = performance.now();
    fdatasyncSync(file);
    return performance.now() - start;
  });
  closeSync(file);
  rmSync(path);
  return quantile(samples, 0.5);
}
