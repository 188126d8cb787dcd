import { Injectable } from '@nestjs/common';
import { Database } from '../database';

/** Rows that name a file, table by table; `size` where the row knows how long the file is. */
const FILES: readonly { readonly of: string; readonly table: string; readonly column: string; readonly size?: string }[] = [
  { of: '来件项', table: 'intake_items', column: 'fileHash' },
  { of: '来件项', table: 'intake_items', column: 'recordHash' },
  { of: '导入的台账', table: 'imports', column: 'fileHash', size: 'size' },
  { of: '往来信件', table: 'messages', column: 'fileHash' },
  { of: '附件', table: 'attachments', column: 'fileHash', size: 'size' },
  { of: '文书', table: 'documents', column: 'fileHash' },
  { of: '文书模板', table: 'documents', column: 'templateHash' },
  { of: '整改证据', table: 'site_measures', column: 'proofHash' },
  { of: '外单位材料', table: 'transfer_files', column: 'fileHash', size: 'size' },
];
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
    rule: '登记了的来件项在所指的来件里都有来信',
    sql: `SELECT COUNT(*) AS found FROM intake_items i WHERE i.state IN ('registered', 'joined') AND NOT EXISTS
      (SELECT 1 FROM messages m WHERE m.appealId = i.appealId AND m.fileHash = i.fileHash)`,
  },
  {
    rule: '每件来件都有来信',
    sql: `SELECT COUNT(*) AS found FROM appeals a WHERE NOT EXISTS
      (SELECT 1 FROM messages m WHERE m.appealId = a.id AND m.direction = 'in')`,
  },
  {
    rule: '附件都属于一件来件',
    sql: `SELECT COUNT(*) AS found FROM attachments f WHERE NOT EXISTS (SELECT 1 FROM appeals a WHERE a.id = f.appealId)`,
  },
  {
    rule: '每件来件至多一份回执',
    sql: `SELECT COUNT(*) AS found FROM (SELECT appealId FROM outbox_letters WHERE kind = 'acknowledgement'
      GROUP BY appealId HAVING COUNT(*) > 1) twice`,
  },
  {
    rule: '寄出的信都记下了何时寄出',
    sql: `SELECT COUNT(*) AS found FROM outbox_letters WHERE state = 'sent' AND sentAt IS NULL`,
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

export interface NamedFile {
  readonly hash: string;
  /** What kind of row names it. */
  readonly of: string;
  /** How long the row says it is. */
  readonly size: number | null;
}

/** What `yxt verify` asks of the data. */
@Injectable()
export class InvariantsQuery {
  constructor(private readonly database: Database) {}

  /** Every file that a row names, once for each row. */
  async *files(): AsyncGenerator<NamedFile> {
    for (const { of, table, column, size = 'NULL' } of FILES) {
      for (let after = 0; ;) {
        const rows = (await this.database.reader.query(
          `SELECT id, ${column} AS hash, ${size} AS size FROM ${table} WHERE id > ? ORDER BY id LIMIT ${BATCH}`,
          [after],
        )) as { id: number; hash: string | null; size: number | null }[];
        for (const { hash, size } of rows) if (hash) yield { hash, of, size };
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
