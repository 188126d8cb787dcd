import type { SecureContext } from 'node:tls';
import type { ImapProfile } from './profiles';

export interface FakeLetter {
  readonly uid: number;
  readonly raw: Buffer;
  readonly at: Date;
  readonly flags: Set<string>;
}

/** What a conversation needs of its server. */
export interface FakePlace {
  readonly profile: ImapProfile;
  readonly user: string;
  readonly password: string;
  readonly connections: number;
  readonly secureContext: SecureContext;
  /** Every command that came, without its tag. */
  readonly commands: string[];
  /** When somebody tried to log in, in milliseconds. */
  readonly logins: number[];
  readonly folders: Map<string, FakeLetter[]>;
  readonly uidValidity: number;
  readonly uidNext: number;
  /** Those of a folder that a client gets to see. */
  shown(folder: string): FakeLetter[];
  put(folder: string, raw: Buffer, at: Date): void;
}
