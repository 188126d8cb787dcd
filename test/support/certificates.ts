import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

const KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];

/** What is lacking for tests with real certificates, or null. */
export const opensslMissing = (): string | null =>
  spawnSync('openssl', ['version']).status === 0 ? null : '没有 openssl（apt-get install openssl）';

/** A certificate authority of the test's own, in a folder that `remove` takes away. */
export class Authority {
  private readonly folder = mkdtempSync(join(tmpdir(), 'yxt-ca-'));
  /** Its certificate, as the office would name it in `ca`. */
  readonly file = join(this.folder, 'ca.pem');

  constructor() {
    this.run(
      'req',
      '-x509',
      ...KEY,
      '-keyout',
      this.at('ca.key'),
      '-out',
      this.file,
      '-days',
      '30',
      '-subj',
      '/CN=Test Authority',
    );
  }

  /** For 127.0.0.1 and localhost unless another name is given; with negative days it has expired. */
  issue({ names = 'DNS:localhost,IP:127.0.0.1', days = 30 } = {}): Certificate {
    writeFileSync(this.at('names'), `subjectAltName=${names}`);
    this.run('req', ...KEY, '-keyout', this.at('s.key'), '-out', this.at('s.csr'), '-subj', '/CN=test');
    const by = ['-CA', this.file, '-CAkey', this.at('ca.key'), '-CAcreateserial'];
    this.run(
      'x509',
      '-req',
      '-in',
      this.at('s.csr'),
      ...by,
      '-days',
      String(days),
      '-extfile',
      this.at('names'),
      '-out',
      this.at('s.pem'),
    );
    return { cert: readFileSync(this.at('s.pem'), 'utf8'), key: readFileSync(this.at('s.key'), 'utf8') };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private at(name: string): string {
    return join(this.folder, name);
  }

  private run(...words: string[]): void {
    const { status, stderr } = spawnSync('openssl', words, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`openssl ${words[0]}: ${stderr}`);
  }
}
