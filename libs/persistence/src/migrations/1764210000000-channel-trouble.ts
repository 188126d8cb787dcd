import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ddl } from './ddl';

/** Since when and why a channel brings nothing, and before when its server is to be left alone. */
export class ChannelTrouble1764210000000 implements MigrationInterface {
  name = 'ChannelTrouble1764210000000';

  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      'ALTER TABLE channel_states ADD COLUMN failingSince varchar(24)',
      'ALTER TABLE channel_states ADD COLUMN troubleKind varchar(20)',
      'ALTER TABLE channel_states ADD COLUMN notBefore varchar(24)',
      'ALTER TABLE channel_states ADD COLUMN askedAt varchar(24)',
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await ddl(
      runner,
      ['askedAt', 'notBefore', 'troubleKind', 'failingSince'].map((column) => `ALTER TABLE channel_states DROP COLUMN ${column}`),
    );
  }
}
