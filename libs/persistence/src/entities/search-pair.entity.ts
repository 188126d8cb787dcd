import { Entity, PrimaryColumn } from 'typeorm';

/** A pair of neighbouring signs (`searchPairs`) that stands in an appeal: its subject, its place, or what was said to or by the citizen. */
@Entity('search_pairs')
export class SearchPairEntity {
  @PrimaryColumn({ type: 'int' })
  pair: number;

  @PrimaryColumn({ type: 'int' })
  appealId: number;
}
