import type { ChannelName } from '../appeal/channel';
import type { Kind } from '../appeal/kind';

/** One line of config/routing.yaml. Every condition that is given must hold; of `words`, one is enough. */
export interface RoutingRule {
  readonly name: string;
  readonly kinds?: readonly Kind[];
  readonly channels?: readonly ChannelName[];
  readonly words?: readonly string[];
  readonly unless?: readonly string[];
  /** Any of these in the place or the text. */
  readonly places?: readonly string[];
  readonly unit?: string;
  readonly department?: string;
  readonly reason: string;
  /** The rule decides instead of suggesting: the appeal is accepted and assigned at once. Units only. */
  readonly auto?: boolean;
}

export interface Routable {
  readonly kind: Kind;
  readonly channel: ChannelName;
  readonly subject: string;
  readonly text: string;
  readonly place: string;
}

export interface RouteSuggestion {
  readonly rule: string;
  readonly unitId: string | null;
  readonly departmentId: string | null;
  /** What a person reads: the rule's reason and the words that were found. */
  readonly reason: string;
  readonly auto: boolean;
}

/** The first rule that matches wins; null where none does. */
export function suggestRoute(appeal: Routable, rules: readonly RoutingRule[]): RouteSuggestion | null {
  const said = `${appeal.subject}\n${appeal.text}`;
  for (const rule of rules) {
    if (rule.kinds && !rule.kinds.includes(appeal.kind)) continue;
    if (rule.channels && !rule.channels.includes(appeal.channel)) continue;
    if (rule.unless?.some((word) => said.includes(word))) continue;
    const words = rule.words?.filter((word) => said.includes(word));
    if (words && !words.length) continue;
    const places = rule.places?.filter((place) => appeal.place.includes(place) || said.includes(place));
    if (places && !places.length) continue;
    const found = [...(words ?? []), ...(places ?? [])]
      .slice(0, 4)
      .map((word) => `“${word}”`)
      .join('');
    return {
      rule: rule.name,
      unitId: rule.unit ?? null,
      departmentId: rule.department ?? null,
      reason: found ? `${rule.reason}（文中有${found}）` : rule.reason,
      auto: rule.auto === true && rule.unit !== undefined,
    };
  }
  return null;
}
