/** A file that came with a draft; its bytes lie beside the draft until it is handed in. */
export interface DraftFile {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  /** Number of the thing that it belongs to; null where it belongs to all. */
  readonly thing: number | null;
  /** Nobody could say yet whether there is a virus in it. */
  readonly unscanned?: true;
}
