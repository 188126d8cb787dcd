import { instant, SYSTEM_NAME } from '@hub/domain';
import type { EntityManager } from 'typeorm';
import { append, type NewAuditEntry } from '../audit/chain';
import { nowDoing } from '../audit/doing';
import type { Engine } from '../data-source';

/** What this transaction will have done, appended to the chain as its last write. */
export class AuditStore {
  private readonly entries: NewAuditEntry[] = [];
  private untold = false;

  constructor(
    private readonly manager: EntityManager,
    private readonly engine: Engine,
  ) {}

  add(entry: NewAuditEntry): void {
    const person = nowDoing();
    const named = entry.actorId === null && entry.actorName === SYSTEM_NAME && person;
    this.entries.push(named ? { ...entry, actorId: person.actorId, actorName: person.actorName } : entry);
  }

  /** For what a person's page saves every few seconds of its own accord: the first save has told of it. */
  leaveUntold(): void {
    this.untold = true;
  }

  /** Called once by the unit of work. A change through the interface that nobody named is named by its address. */
  async close(): Promise<void> {
    const person = nowDoing();
    if (!this.entries.length && !this.untold && person?.changes) {
      const { actorId, actorName, action, subject } = person;
      this.entries.push({ at: instant(Date.now()), actorId, actorName, action, subject });
    }
    await append(this.manager, this.engine, this.entries);
  }
}
