import { Unreadable } from '@hub/domain';
import yauzl from 'yauzl';

const ENTRY_LIMIT = 2_000;
/** Rows repeat themselves, so a large honest workbook inflates some thirty times; a bomb a thousand times. */
const INFLATED_LEAST = 64 << 20;
const INFLATED_MOST = 512 << 20;
const INFLATED_TIMES = 40;

const damaged = (detail: string): Unreadable =>
  new Unreadable(`读不出这个文件：它损坏了或不是完整的工作簿（${detail}）。请用 Excel 打开它，另存为 .xlsx 再试。`);
const tooLarge = (limit: number): Unreadable =>
  new Unreadable(`读不出这个文件：解压后超过 ${limit >> 20} MB。请拆成几个小一些的文件再试。`);

/** The parts of a zipped workbook, inflated one by one within one budget: a small file may claim, or hide, gigabytes. */
export class ZipParts {
  /** What each part took when it was read through. */
  private readonly taken = new Map<string, number>();

  private constructor(
    private readonly zip: yauzl.ZipFile,
    private readonly entries: ReadonlyMap<string, yauzl.Entry>,
    private readonly limit: number,
  ) {}

  static async open(bytes: Uint8Array): Promise<ZipParts> {
    try {
      const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      const zip = await yauzl.fromBufferPromise(buffer, { lazyEntries: true, autoClose: false, validateEntrySizes: true });
      if (zip.entryCount > ENTRY_LIMIT) throw new Unreadable(`读不出这个文件：压缩包里有 ${zip.entryCount} 个文件，不像工作簿。`);
      const entries = new Map<string, yauzl.Entry>();
      for await (const entry of zip.eachEntry()) entries.set(entry.fileName.toLowerCase(), entry);
      const limit = Math.min(INFLATED_MOST, Math.max(INFLATED_LEAST, bytes.length * INFLATED_TIMES));
      return new ZipParts(zip, entries, limit);
    } catch (error) {
      throw error instanceof Unreadable ? error : damaged((error as Error).message);
    }
  }

  has(name: string): boolean {
    return this.entries.has(name.toLowerCase());
  }

  /** The part's bytes, chunk by chunk; a claim is checked before inflating and the truth while inflating. */
  async *read(name: string): AsyncGenerator<Uint8Array> {
    const entry = this.entries.get(name.toLowerCase());
    if (!entry) throw damaged(`缺少 ${name}`);
    if (entry.isEncrypted()) throw new Unreadable('读不出这个文件：它是加密的工作簿。请去掉密码再试。');
    const others = [...this.taken].reduce((sum, [part, size]) => (part === entry.fileName ? sum : sum + size), 0);
    if (others + entry.uncompressedSize > this.limit) throw tooLarge(this.limit);
    let size = 0;
    try {
      for await (const chunk of await this.zip.openReadStreamPromise(entry)) {
        size += (chunk as Buffer).length;
        this.taken.set(entry.fileName, size);
        if (others + size > this.limit) throw tooLarge(this.limit);
        yield chunk as Buffer;
      }
    } catch (error) {
      throw error instanceof Unreadable ? error : damaged((error as Error).message);
    }
  }
}
