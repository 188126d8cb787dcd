import { open, readFile } from 'node:fs/promises';
import { Inject, Injectable } from '@nestjs/common';
import { dayOf, instant, type Staff } from '@hub/domain';
import { AuditQuery, UnitOfWork, type ChainReport, type Head } from '@hub/persistence';
import { CLOCK, type Clock } from '../tokens';

/** The audit chain beside the acts: what was read, refused or taken out, and the chain's own proof. */
@Injectable()
export class AuditService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly chain: AuditQuery,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Writes an entry of its own, for what changes nothing else. */
  record(by: Pick<Staff, 'id' | 'name'>, action: string, subject: string, detail: Record<string, unknown> = {}): Promise<void> {
    const entry = { at: instant(this.clock()), actorId: by.id, actorName: by.name, action, subject, detail };
    return this.work.run(async ({ audit }) => audit.add(entry));
  }

  /** Walks the whole chain, against the heads written to the file where one is kept. */
  async verify(headFile: string | null): Promise<ChainReport> {
    return this.chain.verify(headFile ? await headsIn(headFile) : []);
  }

  head(): Promise<Head> {
    return this.chain.head();
  }

  /** Adds the chain's head to a file elsewhere, at most once a day unless `always`; whoever rewrites the chain cannot reach it. */
  async writeHead(path: string, always = false): Promise<boolean> {
    const now = this.clock();
    const lines = await linesOf(path);
    const last = lines.at(-1)?.split(' ')[0];
    if (!always && last && dayOf(last) === dayOf(now)) return false;
    const { sequence, hash } = await this.head();
    const file = await open(path, 'a', 0o600);
    try {
      await file.write(`${instant(now)} ${sequence} ${hash}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    return true;
  }
}

async function linesOf(path: string): Promise<string[]> {
  try {
    return (await readFile(path, 'utf8')).split('\n').filter(Boolean);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

const headsIn = async (path: string): Promise<Head[]> =>
  (await linesOf(path)).flatMap((line) => {
    const [, sequence, hash] = line.split(' ');
    return Number(sequence) > 0 && hash ? [{ sequence: Number(sequence), hash }] : [];
  });
