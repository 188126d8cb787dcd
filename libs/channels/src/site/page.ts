/** What a server tells of a page, so that it need not send it again unchanged. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

export interface Page extends Validators {
  readonly url: URL;
  readonly bytes: Uint8Array;
  readonly contentType: string;
}
