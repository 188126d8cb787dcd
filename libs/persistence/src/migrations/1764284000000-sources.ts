import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ddl } from './ddl';

/** The names used until now: name, usual channel, confidential. */
const FIRST: readonly (readonly [name: string, channel: string, confidential?: true])[] = [
  ['局长信箱', 'mailbox'],
  ['纠风热线', 'hotline'],
  ['举报电话', 'desk', true],
  ['东方网投诉中心', 'site'],
  ['网上', 'web'],
  ['来信', 'desk'],
  ['来访', 'desk'],
  ['意见箱', 'desk'],
  ['举报箱', 'desk', true],
  ['征求意见表', 'desk'],
  ['评议代表', 'desk'],
  ['社区联系', 'desk'],
  ['12345', 'hotline'],
  ['12369', 'hotline'],
  ['上级交办', 'desk'],
  ['人大代表', 'desk'],
  ['政协委员', 'desk'],
  ['媒体', 'desk'],
];

/** The list of sources (来源), which the office changes by itself. */
export class Sources1764284000000 implements MigrationInterface {
  name = 'Sources1764284000000';

  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      `CREATE TABLE sources (
        {id},
        name varchar(60) NOT NULL,
        channel varchar(12) NOT NULL,
        confidential boolean NOT NULL,
        active boolean NOT NULL,
        note varchar(300) NOT NULL,
        version integer NOT NULL,
        changedAt varchar(24) NOT NULL
      ) {table}`,
      'CREATE UNIQUE INDEX sources_by_name ON sources (name)',
      ...FIRST.map(
        ([name, channel, confidential = false]) =>
          `INSERT INTO sources (name, channel, confidential, active, note, version, changedAt)
           VALUES ('${name}', '${channel}', ${confidential ? 1 : 0}, 1, '', 1, '2026-11-24T00:00:00.000Z')`,
      ),
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await ddl(runner, ['DROP TABLE sources']);
  }
}
