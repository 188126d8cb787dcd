import type { Instant, Topic } from '@hub/domain';
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** Which system handed an item of the channel `api` in, and by which request. Written in the transaction that registers it. */
@Entity('api_submissions')
@Index('api_submissions_by_item', ['sourceKey'], { unique: true })
@Index('api_submissions_by_key', ['tokenId', 'keyHash'], { unique: true })
@Index('api_submissions_by_appeal', ['appealId'])
@Index('api_submissions_by_receipt', ['tokenId', 'receivedAt', 'id'])
export class ApiSubmissionEntity {
  @PrimaryGeneratedColumn('increment', { type: 'int' })
  id: number;

  @Column({ type: 'int' })
  tokenId: number;

  /** The item's key in its channel. */
  @Column({ type: 'varchar', length: 190 })
  sourceKey: string;

  /** SHA-256 of the Idempotency-Key; null where the request had none. */
  @Column({ type: 'varchar', length: 64, nullable: true })
  keyHash: string | null;

  /** SHA-256 of what was handed in, files included. */
  @Column({ type: 'varchar', length: 64 })
  bodyHash: string;

  /** Null while a person has to see to it. */
  @Column({ type: 'int', nullable: true })
  appealId: number | null;

  @Column({ type: 'varchar', length: 24 })
  receivedAt: Instant;

  @Column({ type: 'varchar', length: 24 })
  createdAt: Instant;

  /** Open311: under which service it was handed in. */
  @Column({ type: 'varchar', length: 20, nullable: true })
  serviceCode: Topic | null;

  /** WGS 84 in degrees, as it was given. */
  @Column({ type: 'varchar', length: 24, nullable: true })
  latitude: string | null;

  @Column({ type: 'varchar', length: 24, nullable: true })
  longitude: string | null;
}
