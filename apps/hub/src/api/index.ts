export { ApiModule } from './api.module';
export { HealthController } from './health/health.controller';
export { AllowGuard } from './http/allow';
export { Audited, routeOf, subjectOf, type SignedIn } from './http/audited';
export { ProblemFilter } from './http/problem.filter';
export { sameOriginOnly } from './http/same-origin';
export { validation } from './http/validation';
export { HTML_READER, SETTINGS, TRY_CHANNEL } from './settings.token';
export type { TryChannel } from './operations/channel-trials.controller';
