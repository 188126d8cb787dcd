import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A key that outlives the secret key, sealed under it: what was handed out (query codes, thread tokens) stays valid. */
@Entity('vault_keys')
export class VaultKeyEntity {
  @PrimaryColumn({ type: 'varchar', length: 20 })
  name: 'token';

  @Column({ type: 'text' })
  sealed: string;
}
