import { Injectable } from '@nestjs/common';
import { Database } from '../database';

/** Rows that name a file, table by table. */
const FILES = [
  { of: '来件项', table: 'intake_items', column: 'fileHash' },
  { of: '来件项', table: 'intake_items', column: 'recordHash' },
  { of: '往来信件', table: 'messages', column: 'fileHash' },
  { of: '附件', table: 'attachments', column: 'fileHash' },
  { of: '文书', table: 'documents', column: 'fileHash' },
  { of: '文书模板', table: 'documents', column: 'templateHash' },
] as const;
const BATCH = 2000;

/** What must hold between rows, as statements that find where it does not. */
const RULES = [
  {
    rule: '每件来件都有登记的历史',
    sql: `SELECT COUNT(*) AS found FROM appeals a WHERE NOT EXISTS
      (SELECT 1 FROM history_lines h WHERE h.appealId = a.id AND h.act = 'registration')`,
  },
  {
    rule: '登记了的来件项都指向一件来件',
    sql: `SELECT COUNT(*) AS found FROM intake_items i WHERE i.state IN ('registered', 'joined') AND NOT EXISTS
      (SELECT 1 FROM appeals a WHERE a.id = i.appealId)`,
  },
  {
    rule: '保密件的知悉范围与其密级一致',
    sql: `SELECT COUNT(*) AS found FROM appeals WHERE guard = '' AND
      (secrecy = 'confidential' OR aboutConduct = 1 OR targetUnitId IS NOT NULL)`,
  },
  {
    rule: '没有一件派在它所反映的单位',
    sql: `SELECT COUNT(*) AS found FROM appeals WHERE targetUnitId IS NOT NULL AND unitId = targetUnitId`,
  },
  {
    rule: '已签发的文书都有编号',
    sql: `SELECT COUNT(*) AS found FROM documents WHERE state = 'issued' AND (number IS NULL OR issuedAt IS NULL)`,
  },
] as const;

/** What `yxt verify` asks of the data. */
@Injectable()
export class InvariantsQuery {
  constructor(private readonly database: Database) {}

  async *files(): AsyncGenerator<{ hash: string; of: string }> {
    for (const { of, table, column } of FILES) {
      for (let after = 0; ;) {
        const rows = (await this.database.reader.query(
          `SELECT id, ${column} AS hash FROM ${table} WHERE id > ? ORDER BY id LIMIT ${BATCH}`,
          [after],
        )) as { id: number; hash: string | null }[];
        for (const { hash } of rows) if (hash) yield { hash, of };
        if (rows.length < BATCH) break;
        after = rows.at(-1)!.id;
      }
    }
  }

  async broken(): Promise<{ rule: string; found: number }[]> {
    const found = await Promise.all(
      RULES.map(async ({ rule, sql }) => {
        const [row] = (await this.database.reader.query(sql)) as [{ found: number | string }];
        return { rule, found: Number(row.found) };
      }),
    );
    return found.filter((one) => one.found > 0);
  }
}
