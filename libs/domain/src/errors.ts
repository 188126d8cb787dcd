/** What went wrong, in the ways that matter to a caller. The api maps each kind to one HTTP status. */
export type FaultKind =
  'invalid' | 'unauthenticated' | 'forbidden' | 'missing' | 'refused' | 'mismatched' | 'limited' | 'unavailable';

/**
 * The one error that rules and services throw.
 * `code` is for programs, `message` (Chinese) tells a person what happened, `hint` (Chinese) what would work.
 */
export class Fault extends Error {
  constructor(
    readonly kind: FaultKind,
    readonly code: string,
    message: string,
    readonly hint?: string,
  ) {
    super(message);
    this.name = new.target.name;
  }
}

/** An appeal that is not there and one that the asker may not know of are answered alike. */
export class NotFound extends Fault {
  constructor(message = '没有这一件，或您不在知悉范围。', hint = '编号是否抄错？') {
    super('missing', 'not-found', message, hint);
  }
}

export class VersionConflict extends Fault {
  constructor(message = '别人刚改过这一件，您的操作没有执行。', hint = '请刷新后对照再办，您写的内容还在。') {
    super('refused', 'version-conflict', message, hint);
  }
}

/** Too much for now; the same request may come again after so many seconds. */
export class Limited extends Fault {
  constructor(
    code: string,
    message: string,
    hint: string,
    readonly retryAfterSeconds: number,
  ) {
    super('limited', code, message, hint);
  }
}
