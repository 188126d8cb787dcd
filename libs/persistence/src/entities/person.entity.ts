import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A person behind an appeal, sealed: who he is stands only in `sealed`; the indexes are keyed hashes for exact look-up. */
@Entity('persons')
@Index('persons_by_appeal', ['appealId'])
@Index('persons_by_email', ['emailIndex'])
@Index('persons_by_phone', ['phoneIndex'])
@Index('persons_by_id_number', ['idNumberIndex'])
export class PersonEntity {
  @PrimaryGeneratedColumn('increment', { type: 'int' })
  id: number;

  @Column({ type: 'int' })
  appealId: number;

  @Column({ type: 'varchar', length: 16 })
  role: 'citizen';

  @Column({ type: 'text' })
  sealed: string;

  @Column({ type: 'varchar', length: 44, nullable: true })
  emailIndex: string | null;

  @Column({ type: 'varchar', length: 44, nullable: true })
  phoneIndex: string | null;

  @Column({ type: 'varchar', length: 44, nullable: true })
  idNumberIndex: string | null;
}
