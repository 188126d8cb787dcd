import { NOBODY, type Party } from '@hub/domain';
import { In, type EntityManager } from 'typeorm';
import { AppealEntity } from '../entities/appeal.entity';
import { PersonEntity } from '../entities/person.entity';
import type { Secrets } from '../secrets';
import { insertRows } from '../insert-rows';

/** Identities, sealed on the way in. */
export class PersonStore {
  constructor(
    private readonly manager: EntityManager,
    private readonly secrets: Secrets,
  ) {}

  async add(persons: readonly { appealId: number; party: Party }[]): Promise<void> {
    const rows = persons.map(({ appealId, party }) => ({ appealId, role: 'citizen' as const, ...this.sealedOf(party) }));
    await insertRows(this.manager, PersonEntity, rows);
  }

  private sealedOf(party: Party) {
    return {
      sealed: this.secrets.seal(JSON.stringify(party)),
      emailIndex: this.secrets.index('email', party.email),
      phoneIndex: this.secrets.index('phone', party.phone),
      idNumberIndex: this.secrets.index('idNumber', party.idNumber ?? ''),
    };
  }

  /** Writes down another address of a citizen. */
  async setEmail(appealId: number, email: string): Promise<void> {
    await this.rewrite(appealId, { ...(await this.partyOf(appealId)), email });
  }

  /** Writes down a citizen's data anew. */
  async rewrite(appealId: number, party: Party): Promise<void> {
    const { affected } = await this.manager.update(PersonEntity, { appealId }, this.sealedOf(party));
    if (!affected) await this.add([{ appealId, party }]);
  }

  async partyOf(appealId: number): Promise<Party> {
    const row = await this.manager.findOneBy(PersonEntity, { appealId });
    return row ? { ...NOBODY, ...(JSON.parse(this.secrets.unseal(row.sealed)) as Party) } : NOBODY;
  }

  /** The citizens of these appeals, by appeal; who is nobody has no entry. */
  async partiesOf(appealIds: readonly number[]): Promise<Map<number, Party>> {
    if (!appealIds.length) return new Map();
    const rows = await this.manager.findBy(PersonEntity, { appealId: In([...appealIds]) });
    return new Map(
      rows.map(({ appealId, sealed }) => [appealId, { ...NOBODY, ...(JSON.parse(this.secrets.unseal(sealed)) as Party) }]),
    );
  }

  /** For each address, which of the appeals asked with it are its citizen's; one query for all. */
  async knownTo(asked: readonly { readonly email: string; readonly among: readonly number[] }[]): Promise<Set<number>[]> {
    const indexes = asked.map(({ email, among }) => (among.length ? this.secrets.indexes('email', email) : []));
    const appealIds = [...new Set(asked.flatMap(({ among }) => among))];
    if (!indexes.flat().length || !appealIds.length) return asked.map(() => new Set());
    const rows = await this.manager.find(PersonEntity, {
      select: { appealId: true, emailIndex: true },
      where: { emailIndex: In([...new Set(indexes.flat())]), appealId: In(appealIds) },
    });
    return asked.map(({ among }, at) => {
      const own = rows.filter(({ appealId, emailIndex }) => indexes[at]!.includes(emailIndex!) && among.includes(appealId));
      return new Set(own.map(({ appealId }) => appealId));
    });
  }

  /**
   * For each address, the appeal that its letter most likely speaks of: one of the numbers it quotes, else its newest; null
   * where the address is nobody's. Archived appeals take no letters. Two queries for all.
   */
  async likelyOf(asked: readonly { readonly email: string; readonly numbers: readonly string[] }[]): Promise<(number | null)[]> {
    const indexes = asked.map(({ email }) => this.secrets.indexes('email', email));
    const all = [...new Set(indexes.flat())];
    if (!all.length) return asked.map(() => null);
    const open = () =>
      this.manager
        .createQueryBuilder(PersonEntity, 'person')
        .innerJoin(AppealEntity, 'appeal', "appeal.id = person.appealId AND appeal.status <> 'archived'")
        .select('person.emailIndex', 'emailIndex')
        .where('person.emailIndex IN (:...all)', { all });
    const newest = await open()
      .addSelect('MAX(person.appealId)', 'appealId')
      .groupBy('person.emailIndex')
      .getRawMany<{ emailIndex: string; appealId: number | string }>();
    const numbers = [...new Set(asked.flatMap((one) => one.numbers))];
    const quoted = numbers.length
      ? await open()
          .addSelect(['person.appealId AS appealId', 'appeal.number AS number'])
          .andWhere('appeal.number IN (:...numbers)', { numbers })
          .getRawMany<{ emailIndex: string; appealId: number | string; number: string }>()
      : [];
    return asked.map((one, at) => {
      const own = indexes[at]!;
      const named = one.numbers.flatMap(
        (number) => quoted.find((row) => row.number === number && own.includes(row.emailIndex)) ?? [],
      );
      if (named[0]) return Number(named[0].appealId);
      const ids = newest.filter(({ emailIndex }) => own.includes(emailIndex)).map(({ appealId }) => Number(appealId));
      return ids.length ? Math.max(...ids) : null;
    });
  }
}
