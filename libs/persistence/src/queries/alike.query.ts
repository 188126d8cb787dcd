import { textMarks, type ChannelName, saidIn } from '@hub/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../database';

/** Of one mark so many appeals are looked at, the newest: whole blocks of flats send one letter. */
const OF_ONE_MARK = 60;
const OF_ONE_PERSON = 50;

export interface Said {
  readonly subject: string;
  readonly text: string;
}

/** Appeals that say the same as another or come from the same telephone or mailbox, each found by an index. Whoever asks keeps those that the person sees. */
@Injectable()
export class AlikeQuery {
  constructor(private readonly database: Database) {}

  /** Ids of appeals that may say the same, those with most in common first, then the newest. */
  async saying(said: Said, limit: number): Promise<number[]> {
    const marks = textMarks(said.subject, said.text);
    if (!marks.length) return [];
    const one = `SELECT appealId FROM (SELECT appealId FROM text_marks WHERE mark = ? ORDER BY appealId DESC LIMIT ${OF_ONE_MARK})`;
    const rows = (await this.database.reader.query(marks.map((_, at) => `${one} m${at}`).join(' UNION ALL '), marks)) as {
      appealId: number;
    }[];
    const common = new Map<number, number>();
    for (const { appealId } of rows) common.set(appealId, (common.get(appealId) ?? 0) + 1);
    return [...common]
      .sort(([a, most], [b, more]) => more - most || b - a)
      .slice(0, limit)
      .map(([id]) => id);
  }

  /** What the citizens first said in these appeals, by appeal, without what their letters quote. */
  async firstWords(appealIds: readonly number[]): Promise<Map<number, string>> {
    if (!appealIds.length) return new Map();
    const marks = appealIds.map(() => '?').join(', ');
    const rows = (await this.database.reader.query(
      `SELECT a.id AS appealId, a.channel AS channel, m.text AS text
         FROM (SELECT MIN(id) AS id FROM messages WHERE appealId IN (${marks}) AND direction = 'in' GROUP BY appealId) f
         JOIN messages m ON m.id = f.id JOIN appeals a ON a.id = m.appealId`,
      [...appealIds],
    )) as { appealId: number; channel: ChannelName; text: string }[];
    return new Map(rows.map(({ appealId, channel, text }) => [appealId, saidIn(channel, text)]));
  }

  /** Ids of the newest other appeals with this one's telephone or mailbox. */
  async fromOneContact(appealId: number): Promise<{ readonly phone: readonly number[]; readonly email: readonly number[] }> {
    const by = async (column: 'phoneIndex' | 'emailIndex') => {
      const rows = (await this.database.reader.query(
        `SELECT DISTINCT o.appealId AS appealId FROM persons p JOIN persons o ON o.${column} = p.${column}
          WHERE p.appealId = ? AND o.appealId <> ? ORDER BY o.appealId DESC LIMIT ${OF_ONE_PERSON}`,
        [appealId, appealId],
      )) as { appealId: number }[];
      return rows.map((row) => Number(row.appealId));
    };
    const [phone, email] = await Promise.all([by('phoneIndex'), by('emailIndex')]);
    return { phone, email };
  }
}
