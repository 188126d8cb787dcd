import { AuditService } from '@hub/casework';
import { FileStore, InvariantsQuery, type BrokenLink, type FileTrouble } from '@hub/persistence';
import { withHub } from '../hub-context';
import type { ExitCode } from '../exit-code';
import { oneOf, options } from '../usage';

const BROKEN: Record<BrokenLink['what'], string> = {
  missing: '这一条不见了',
  changed: '这一条的内容和它的哈希对不上，被改过',
  unlinked: '这一条接不上前一条，前后被换过',
  cut: '从这一条起的末尾被截掉了',
  replaced: '这一条和另存的链头对不上，整段被重算过',
};

const FAULTY: Record<FileTrouble, string> = { missing: '不见了', changed: '的内容变了，和登记时不一样' };

/** The audit chain, the files that rows name, and what must hold between rows: 0 all is well, 3 something is not. */
export async function verify(argv: readonly string[]): Promise<ExitCode> {
  const usage = 'yxt verify [--head 文件]';
  const { values } = options(argv, { head: { type: 'string' } } as const, usage);
  return withHub<ExitCode>(async ({ app, settings }) => {
    const { entries, broken } = await app.get(AuditService).verify(values.head ?? settings.auditHeadFile);
    process.stdout.write(
      broken
        ? `审计链：第 ${broken.sequence} 条：${BROKEN[broken.what]}。它以前的 ${broken.sequence - 1} 条完好。\n`
        : `审计链：${entries} 条，完好。\n`,
    );
    const invariants = app.get(InvariantsQuery);
    const files = app.get(FileStore);
    const whole = new Set<string>();
    let named = 0;
    let faulty = 0;
    for await (const { hash, of, size } of invariants.files()) {
      named += 1;
      if (size === null && whole.has(hash)) continue;
      const trouble = await files.inspect(hash, size);
      if (!trouble) whole.add(hash);
      else faulty += 1;
      if (trouble) process.stdout.write(`文件：${of} 的原件 ${hash} ${FAULTY[trouble]}。\n`);
    }
    process.stdout.write(`文件：${named} 份${faulty ? `，有 ${faulty} 份不对` : '，都在，内容未变'}。\n`);
    const faults = await invariants.broken();
    for (const { rule, found } of faults) process.stdout.write(`数据：${rule}，有 ${found} 处不符。\n`);
    if (!faults.length) process.stdout.write('数据：各表之间相符。\n');
    if (!broken && !faulty && !faults.length) return 0;
    process.stderr.write('核对没有通过：请保留现场，用最近的备份比对，并报局领导和纪检。\n');
    return 3;
  });
}

/** The chain's head, for a place that whoever could rewrite the chain cannot reach. */
export async function audit(argv: readonly string[]): Promise<ExitCode> {
  const usage = 'yxt audit head [--file 文件]';
  const { values, positionals } = options(argv, { file: { type: 'string' } } as const, usage);
  oneOf('audit', positionals[0], ['head'], usage);
  return withHub<ExitCode>(async ({ app }) => {
    const service = app.get(AuditService);
    const { sequence, hash } = await service.head();
    if (values.file) await service.writeHead(values.file, true);
    process.stdout.write(`${sequence} ${hash}\n`);
    return 0;
  });
}
