import type { Instant, Role, Staff } from '@hub/domain';
import { Column, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** A member of staff. */
@Entity('users')
@Index('users_by_account', ['account'], { unique: true })
export class UserEntity implements Staff {
  @PrimaryGeneratedColumn('increment', { type: 'int' })
  id: number;

  /** Lower case. */
  @Column({ type: 'varchar', length: 60 })
  account: string;

  @Column({ type: 'varchar', length: 60 })
  name: string;

  @Column({ type: 'varchar', length: 16 })
  role: Role;

  @Column({ type: 'varchar', length: 40, nullable: true })
  unitId: string | null;

  /** argon2id, PHC string. */
  @Column({ type: 'varchar', length: 200 })
  passwordHash: string;

  @Column({ type: 'boolean' })
  disabled: boolean;

  @Column({ type: 'varchar', length: 24 })
  createdAt: Instant;
}

/** A sign-in. The cookie holds a random token, this row its hash. */
@Entity('sessions')
@Index('sessions_by_user', ['userId'])
@Index('sessions_by_end', ['expiresAt'])
export class SessionEntity {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  tokenHash: string;

  @Column({ type: 'int' })
  userId: number;

  @Column({ type: 'varchar', length: 24 })
  createdAt: Instant;

  @Column({ type: 'varchar', length: 24 })
  expiresAt: Instant;
}
