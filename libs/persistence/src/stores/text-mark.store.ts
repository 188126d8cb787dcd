import { textMarks } from '@hub/domain';
import type { EntityManager } from 'typeorm';
import { TextMarkEntity } from '../entities/text-mark.entity';
import { insertRows } from '../insert-rows';

/** What the texts of appeals are known by. */
export class TextMarkStore {
  constructor(private readonly manager: EntityManager) {}

  async add(texts: readonly { readonly appealId: number; readonly subject: string; readonly text: string }[]): Promise<void> {
    const rows = texts.flatMap(({ appealId, subject, text }) => textMarks(subject, text).map((mark) => ({ mark, appealId })));
    await insertRows(this.manager, TextMarkEntity, rows);
  }
}
