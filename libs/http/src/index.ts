export { CookieJar } from './cookie-jar';
export { GuardedHttp, type Cookies, type GuardedHttpOptions, type HttpAnswer, type HttpRequest } from './guarded-http';
export type { GuardOptions } from './guard';
export { HttpTrouble, type HttpTroubleCode } from './http-trouble';
