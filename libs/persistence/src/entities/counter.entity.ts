import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A running number; taken by a locked row, so that two processes never give one number twice. */
@Entity('counters')
export class CounterEntity {
  @PrimaryColumn({ type: 'varchar', length: 60 })
  name: string;

  @Column({ type: 'int' })
  value: number;
}
