/** An HTML letter as it looks, made harmless. */
export interface LetterHtml {
  /** Null where it has no such look, or one that cannot be shown. */
  readonly html: string | null;
  /** What a person should know of it, in Chinese. */
  readonly remark: string | null;
}

/** Reads a mail's bytes for its look, outside the web process's own thread; never more than a remark for hostile ones. */
export interface LetterHtmlReader {
  read(bytes: Uint8Array): Promise<LetterHtml>;
}
