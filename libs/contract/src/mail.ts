export interface MailBodies {
  /** The citizen's right address, where a letter came back. */
  'mail-address': { email: string };
}
