import { Injectable } from '@nestjs/common';
import { relatedDays, relatedOf, sees, tellsWho, textLikeness, type Relatable, type Staff, type Tie } from '@hub/domain';
import { AlikeQuery, GroupingQuery, type AppealEntity, type Said } from '@hub/persistence';

/** Appeals that may say the same, and of these so many whose texts are compared: the others share so little that it is chance. */
const LOOKED_AT = 60;
const COMPARED = 20;

export interface Related {
  readonly of: AppealEntity;
  readonly reason: string;
}

/** What may be about the same thing, among the appeals that the person sees: by its text, its sender, its site, place or street. */
@Injectable()
export class RelatedReader {
  constructor(
    private readonly groups: GroupingQuery,
    private readonly alike: AlikeQuery,
  ) {}

  /** Appeals of the same matter are none of them: that is settled. */
  async toAppeal(appeal: AppealEntity, staff: Staff): Promise<Related[]> {
    const [words, senders] = await Promise.all([
      this.alike.firstWords([appeal.id]),
      tellsWho(appeal) ? this.alike.fromOneContact(appeal.id) : { phone: [], email: [] },
    ]);
    const contacts = new Map<number, 'phone' | 'email'>([
      ...senders.email.map((id) => [id, 'email'] as const),
      ...senders.phone.map((id) => [id, 'phone'] as const),
    ]);
    const said = { subject: appeal.subject, text: words.get(appeal.id) ?? '' };
    const related = await this.find(appeal, said, contacts, staff);
    return related(({ matterId }) => appeal.matterId === null || matterId !== appeal.matterId);
  }

  /** For what is no appeal yet. */
  async toWords(told: Relatable, text: string, staff: Staff): Promise<Related[]> {
    const related = await this.find(told, { subject: told.subject, text }, new Map(), staff);
    return related(({ open }) => open);
  }

  private async find(
    told: Relatable,
    said: Said,
    contacts: ReadonlyMap<number, 'phone' | 'email'>,
    staff: Staff,
  ): Promise<(wanted: (one: AppealEntity) => boolean) => Related[]> {
    const { from, to } = relatedDays(told.receivedAt);
    const [near, saying] = await Promise.all([this.groups.candidates(told, from, to), this.alike.saying(said, LOOKED_AT)]);
    const known = new Set(near.map(({ id }) => id));
    const more = [...new Set([...saying, ...contacts.keys()])].filter((id) => !known.has(id));
    const [others, texts] = await Promise.all([
      this.groups.appealsByIds(more),
      this.alike.firstWords(saying.filter((id) => id !== told.id).slice(0, COMPARED)),
    ]);
    const seen = [...near, ...others].filter((one) => one.status !== 'discarded' && sees(staff, one));
    const ties = new Map<number, Tie>(
      seen.map((one) => {
        const text = texts.get(one.id);
        const likeness = text === undefined ? 0 : textLikeness(said.text, text);
        return [one.id, { likeness, contact: tellsWho(one) ? (contacts.get(one.id) ?? null) : null }];
      }),
    );
    return (wanted) => relatedOf(told, seen.filter(wanted), ties);
  }
}
