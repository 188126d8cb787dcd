import { NOBODY, type Party } from '@hub/domain';
import { In, type EntityManager } from 'typeorm';
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
    const rows = persons.map(({ appealId, party }) => ({
      appealId,
      role: 'citizen' as const,
      sealed: this.secrets.seal(JSON.stringify(party)),
      emailIndex: this.secrets.index('email', party.email),
      phoneIndex: this.secrets.index('phone', party.phone),
      idNumberIndex: this.secrets.index('idNumber', party.idNumber ?? ''),
    }));
    await insertRows(this.manager, PersonEntity, rows);
  }

  /** Writes down another address of a citizen. */
  async setEmail(appealId: number, email: string): Promise<void> {
    const party = { ...(await this.partyOf(appealId)), email };
    const change = { sealed: this.secrets.seal(JSON.stringify(party)), emailIndex: this.secrets.index('email', email) };
    const { affected } = await this.manager.update(PersonEntity, { appealId }, change);
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

  /** Of these appeals, the ones to whose citizen this address belongs. */
  async appealsOfEmail(email: string, among: readonly number[]): Promise<Set<number>> {
    const indexes = this.secrets.indexes('email', email);
    if (!indexes.length || !among.length) return new Set();
    const rows = await this.manager.find(PersonEntity, {
      select: { appealId: true },
      where: { emailIndex: In(indexes), appealId: In([...among]) },
    });
    return new Set(rows.map(({ appealId }) => appealId));
  }
}
