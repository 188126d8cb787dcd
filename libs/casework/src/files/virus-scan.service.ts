import { Inject, Injectable } from '@nestjs/common';
import { Fault, instant, type Office } from '@hub/domain';
import { FileScanQuery, FileStore, UnitOfWork } from '@hub/persistence';
import { CLOCK, OFFICE, type Clock } from '../tokens';
import { scanBytes, type ScanVerdict } from './clamd';

const DEADLINE_MS = 20_000;
const AT_ONCE = 20;
/** So many without an answer: clamd is away. */
const AWAY_AT = 3;

/** Looks for viruses in what strangers send, where the office has a clamd. */
@Injectable()
export class VirusScan {
  constructor(
    private readonly work: UnitOfWork,
    private readonly scans: FileScanQuery,
    private readonly files: FileStore,
    @Inject(OFFICE) private readonly office: Office,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Null where nobody looks. */
  look(bytes: Uint8Array): Promise<ScanVerdict | null> {
    const { clamd } = this.office.web;
    return clamd ? scanBytes(clamd, bytes, DEADLINE_MS) : Promise.resolve(null);
  }

  /** Refuses a kept file in which nobody has looked yet, or in which one was found. */
  async refuseBarred({ fileHash, name }: { fileHash: string; name: string }): Promise<void> {
    const state = await this.scans.barred(fileHash);
    if (state === 'waiting')
      throw new Fault(
        'refused',
        'not-scanned',
        `“${name}”尚未查毒，暂时不能打开。`,
        '系统会自动补查，请过几分钟再试；急用请找管理员看查毒程序。',
      );
    if (state === 'infected')
      throw new Fault('refused', 'infected', `“${name}”查出病毒，不能打开。`, '请联系反映人换一个文件，或请他当面出示。');
  }

  mustWait(hashes: readonly string[]): Promise<void> {
    return this.work.run(({ fileScans }) => fileScans.wait(hashes, instant(this.clock())));
  }

  /** Looks into what had to wait; answers in how many one was found. */
  async run(): Promise<number> {
    if (!this.office.web.clamd) return 0;
    let [infected, unknown] = [0, 0];
    for (const { fileHash } of await this.work.run(({ fileScans }) => fileScans.waiting(AT_ONCE))) {
      const verdict = await this.look(await this.files.load(fileHash));
      if (verdict === 'infected') infected += 1;
      if (verdict === 'unknown') unknown += 1;
      const now = instant(this.clock());
      await this.work.run(({ fileScans }) => {
        if (verdict === 'clean') return fileScans.isHarmless(fileHash);
        // What nobody can look into must not hold up the others.
        return verdict === 'infected' ? fileScans.isInfected(fileHash) : fileScans.later(fileHash, now);
      });
      if (unknown === AWAY_AT) break;
    }
    return infected;
  }
}
