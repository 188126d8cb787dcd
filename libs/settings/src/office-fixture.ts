import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSettings, SettingsFaults, type Settings } from './index';

/** The repository's own settings in a folder of their own, to be spoiled by a test. */
export class OfficeFixture {
  readonly folder = mkdtempSync(join(tmpdir(), 'yxt-settings-'));
  readonly configDir = join(this.folder, 'config');
  readonly dataDir = join(this.folder, 'var');

  constructor() {
    const more = ['documents', 'supervision', 'revisit', 'risk', 'approval', 'templates', 'mail-rules'];
    for (const name of ['hub', 'channels', 'units', 'routing', 'deadlines', 'calendar', ...more])
      cpSync(join('config', `${name}.yaml`), join(this.configDir, `${name}.yaml`));
    for (const name of ['letters', 'documents']) cpSync(join('config', name), join(this.configDir, name), { recursive: true });
  }

  edit(name: string, from: string | RegExp, to: string): void {
    const path = join(this.configDir, name);
    const text = readFileSync(path, 'utf8');
    const edited = text.replace(from, () => to);
    if (edited === text) throw new Error(`${name} holds no ${String(from)}`);
    writeFileSync(path, edited);
  }

  write(name: string, content: string | Buffer): void {
    writeFileSync(join(this.configDir, name), content);
  }

  load(env: NodeJS.ProcessEnv = {}): Settings {
    return loadSettings({ configDir: this.configDir, env: { HUB_DATA_DIR: this.dataDir, ...env } });
  }

  /** `hub.yaml server.port: …` of each fault. */
  faults(env: NodeJS.ProcessEnv = {}): string[] {
    try {
      this.load(env);
    } catch (error) {
      if (!(error instanceof SettingsFaults)) throw error;
      return error.faults.map(({ file, key, message }) => `${file.split(/[\\/]/).at(-1)} ${key}: ${message}`);
    }
    return [];
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}
