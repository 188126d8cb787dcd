import type { Role, Staff } from '../appeal/person';
import { sees, type Seen } from '../appeal/sight';
import type { WarningLevel } from '../supervision/warning';

/** Whom a notice is for, in words of duty; `audienceOf` finds the persons. */
export type Duty = 'handler' | 'section-head' | 'office' | 'leader' | 'director' | 'revisitor';

/** A lateness rises: first to who works on it, then to his head and the office, the deputy in charge, the director. */
export const ESCALATION: Record<Exclude<WarningLevel, 'none'>, readonly Duty[]> = {
  soon: ['handler'],
  late: ['handler', 'section-head', 'office'],
  moderate: ['section-head', 'office', 'leader'],
  severe: ['section-head', 'leader', 'director'],
};

const ROLE_OF: Record<Duty, Role> = {
  handler: 'handler',
  'section-head': 'section-head',
  office: 'dispatcher',
  leader: 'leader',
  director: 'director',
  revisitor: 'revisitor',
};

interface Told extends Staff {
  readonly disabled: boolean;
}

/**
 * The persons who are told of an appeal: of each duty those who hold it and may know of the appeal. A handler is the one
 * who has it, else his section's head; where no unit has it yet, and where nobody else is found, the office is told.
 */
export function audienceOf(duties: readonly Duty[], appeal: Seen, staff: readonly Told[]): number[] {
  const able = staff.filter((one) => !one.disabled && sees(one, appeal));
  const holders = (duty: Duty): readonly Told[] => {
    if (duty === 'handler' && appeal.handlerId !== null) return able.filter(({ id }) => id === appeal.handlerId);
    if (duty === 'handler' || duty === 'section-head')
      return able.filter(({ role, unitId }) => role === 'section-head' && unitId === appeal.unitId);
    return able.filter(({ role }) => role === ROLE_OF[duty]);
  };
  const found = duties.flatMap((duty) => {
    const held = holders(duty);
    return held.length || duty === 'office' ? held : holders('office');
  });
  return [...new Set(found.map(({ id }) => id))];
}
