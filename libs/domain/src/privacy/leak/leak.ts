import { fold, foldDigits } from './folded';
import { findIdentity, findStaff } from './identity';
import { writtenContacts } from './contacts';
import { findPatterns } from './patterns';
import { findPlates, ownPlates } from './plates';
import type { Audience } from './kinds';
import type { LeakHit, LeavingPart, Protected } from './protected';
import { withoutLaws } from './verbatim';
import { SHARED_BY_CONSENT, WEIGHTS } from './weights';
import { findWords } from './wording';

/** Everything in the parts that tells who the citizen is, in the order of the texts; linear in their length. */
export function findLeaks(parts: readonly LeavingPart[], subject: Protected, audience: Audience): LeakHit[] {
  const letters = subject.letters.map((letter) => fold(withoutLaws(letter, 'letter')).text);
  const others = (subject.othersLetters ?? []).map((letter) => fold(withoutLaws(letter, 'letter')).text);
  const plates = ownPlates(letters);
  const written = writtenContacts(subject);
  return parts.flatMap(({ where, text, plain, unread }) => {
    const folded = fold(text);
    const digits = foldDigits(folded);
    const finds = [
      ...findIdentity(text, folded, digits, subject.own, written),
      ...subject.others.flatMap((other) =>
        findIdentity(text, folded, digits, other).flatMap((find) =>
          find.kind === 'title' ? [] : [{ ...find, kind: 'other-person' as const }],
        ),
      ),
      ...findPatterns(text, digits, subject, written),
      ...findPlates(folded, plates),
      ...(subject.staff ?? []).flatMap((name) => findStaff(text, name)),
      ...(plain ? [] : findWords(text, letters, others)),
      ...(unread ? [{ kind: 'unread' as const, at: 0, length: 0, excerpt: '请打开文件核对' }] : []),
    ];
    return finds
      .flatMap((find) => {
        const weight = WEIGHTS[find.kind][audience];
        const shared = subject.consented && audience === 'department' && SHARED_BY_CONSENT.includes(find.kind);
        return weight && !shared ? [{ ...find, weight, where }] : [];
      })
      .sort((a, b) => a.at - b.at);
  });
}
