import type { Instant } from '@hub/domain';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A kept file that must not be opened: nobody has looked for viruses in it yet, or one was found. Others have no row. */
@Entity('file_scans')
@Index('file_scans_by_state', ['state', 'since'])
export class FileScanEntity {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  fileHash: string;

  @Column({ type: 'varchar', length: 10 })
  state: 'waiting' | 'infected';

  @Column({ type: 'varchar', length: 24 })
  since: Instant;
}
