/** One thing that is wrong in the settings: where, and what would work. */
export interface SettingsFault {
  readonly file: string;
  /** The key's path, `server.port` or `channels[mail-drop].path`; a line where the file cannot be read at all. */
  readonly key: string;
  /** Chinese. */
  readonly message: string;
}

/** Everything that is wrong in the settings, at once: nobody should have to start the hub ten times to find ten faults. */
export class SettingsFaults extends Error {
  constructor(readonly faults: readonly SettingsFault[]) {
    super(faults.map(({ file, key, message }) => [file, key, message].filter(Boolean).join('  ')).join('\n'));
    this.name = 'SettingsFaults';
  }
}

export class FaultList {
  readonly all: SettingsFault[] = [];

  /** One fault per key: the first, since the others often follow from it. */
  add(file: string, key: string, message: string): void {
    if (!this.all.some((fault) => fault.file === file && fault.key === key)) this.all.push({ file, key, message });
  }
}
