export type HttpTroubleCode =
  /** The address leads inward, or redirects there. */
  | 'inward'
  /** Scheme, port or form of the address are not taken. */
  | 'address'
  | 'unresolved'
  | 'unreached'
  | 'timeout'
  | 'cut'
  | 'too-big'
  | 'garbled'
  | 'redirects';

/**
 * Why there is no answer, in a Chinese sentence. `mayHaveArrived` tells whether the other side may have taken the request:
 * whoever posts something must then look before he posts it again.
 */
export class HttpTrouble extends Error {
  constructor(
    readonly code: HttpTroubleCode,
    message: string,
    readonly mayHaveArrived = false,
    cause?: unknown,
  ) {
    super(message, { cause });
    this.name = new.target.name;
  }
}
