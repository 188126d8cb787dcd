import { Entity, PrimaryColumn } from 'typeorm';

/** What an appeal's text is known by (`textMarks`): its neighbours in this key are appeals that say the same. */
@Entity('text_marks')
export class TextMarkEntity {
  @PrimaryColumn({ type: 'int' })
  mark: number;

  @PrimaryColumn({ type: 'int' })
  appealId: number;
}
