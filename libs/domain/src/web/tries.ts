/** How often something may be tried within its window: from one network, about one appeal, and by everybody together. */
export interface TryRule {
  readonly minutes: number;
  readonly network: number;
  readonly appeal: number;
  readonly all: number;
}

/**
 * What strangers try: query codes of appeals, secrets of links, and links sent to a mail address; and how much whoever has
 * been let in may bring. Windows end by the clock, however many tries fall into them, so that nobody is shut out for longer.
 */
export const TRY_RULES = {
  code: { minutes: 15, network: 5, appeal: 10, all: 2000 },
  link: { minutes: 15, network: 5, appeal: 10, all: 2000 },
  'mailed-link': { minutes: 60, network: 6, appeal: 3, all: 600 },
  // Of citizens who have proved who they are, and of the bodies of their forms before they are read.
  addition: { minutes: 1440, network: 60, appeal: 12, all: 20_000 },
  upload: { minutes: 60, network: 60, appeal: 60, all: 6000 },
} as const satisfies Record<string, TryRule>;
export type TryKind = keyof typeof TRY_RULES;
