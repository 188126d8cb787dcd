import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Unreadable } from '@hub/domain';
import { lettersIn, missing, REAL_MAIL, whereThere } from '../corpora/real-letters';
import { readMail } from '../read-mail';
import { arrivalOf } from './arrival';
import { Names } from './names';
import { checkSender } from './proofs';
import { wholeLetter } from './whole-letter';

const AT = new Date().toISOString();
const absent = async () => {
  throw Object.assign(new Error(), { code: 'ENOTFOUND' });
};
const senderIn = (bytes: Buffer): string => {
  try {
    return readMail(bytes).party.email;
  } catch (error) {
    if (error instanceof Unreadable) return '';
    throw error;
  }
};

describe('real letters', () => {
  whereThere(REAL_MAIL)(
    `prove nothing to a DNS that has forgotten their keys, and none is called forged for it${missing(REAL_MAIL)}`,
    async () => {
      const letters = lettersIn(REAL_MAIL).map((name) => readFileSync(join(REAL_MAIL, name)));
      const names = new Names({ resolve: absent });
      const seen = { signed: 0, arrived: 0 };
      for (const bytes of letters) {
        const top = /^received:[^;]*?\sby\s+([^\s;()]+)/im.exec(bytes.toString('latin1'))?.[1]?.toLowerCase() ?? 'none';
        const headers = wholeLetter(bytes, true)?.headers ?? [];
        seen.signed += headers.some(({ name }) => name === 'dkim-signature') ? 1 : 0;
        seen.arrived += arrivalOf(headers, [top]) ? 1 : 0;
        const from = senderIn(bytes);
        if (from) expect(await checkSender({ bytes, complete: true }, { from, at: AT }, [top], names)).toBe('unverified');
      }
      expect(seen.signed).toBeGreaterThan(20);
      expect(seen.arrived).toBeGreaterThan(50);
    },
    60_000,
  );
});
