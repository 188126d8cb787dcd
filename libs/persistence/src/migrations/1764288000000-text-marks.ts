import type { MigrationInterface, QueryRunner } from 'typeorm';
import { saidIn, type ChannelName } from '@hub/domain';
import { TextMarkStore } from '../stores/text-mark.store';
import { ddl } from './ddl';

const AT_ONCE = 500;

/** What each appeal's text is known by, also of those that are there. */
export class TextMarks1764288000000 implements MigrationInterface {
  name = 'TextMarks1764288000000';

  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      `CREATE TABLE text_marks (
        mark integer NOT NULL,
        appealId integer NOT NULL,
        PRIMARY KEY (mark, appealId)
      ) {keyed}`,
      // A run that broke off on MariaDB left its marks.
      'DELETE FROM text_marks',
    ]);
    const marks = new TextMarkStore(runner.manager);
    for (let last = 0; ;) {
      const rows = (await runner.query(
        `SELECT a.id AS appealId, a.subject AS subject, a.channel AS channel, m.text AS text
           FROM (SELECT id, subject, channel FROM appeals WHERE id > ? ORDER BY id LIMIT ${AT_ONCE}) a
           JOIN messages m ON m.id = (SELECT MIN(id) FROM messages WHERE appealId = a.id AND direction = 'in')`,
        [last],
      )) as { appealId: number; subject: string; channel: ChannelName; text: string }[];
      await marks.add(rows.map((row) => ({ ...row, text: saidIn(row.channel, row.text) })));
      const [next] = (await runner.query(
        `SELECT MAX(id) AS id FROM (SELECT id FROM appeals WHERE id > ? ORDER BY id LIMIT ${AT_ONCE}) a`,
        [last],
      )) as [{ id: number | string | null }];
      if (next.id === null) return;
      last = Number(next.id);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await ddl(runner, ['DROP TABLE text_marks']);
  }
}
