import type { Role } from '@hub/domain';

/** Who may call a route at all; which appeal and which act is decided further in. `all` is everybody who has signed in. */
type Who = 'public' | 'all' | readonly Role[];

const OFFICE: Who = ['dispatcher'];
const LEADERS = ['leader', 'director'] as const;
const ACTORS: Who = ['dispatcher', 'section-head', 'handler', 'revisitor', ...LEADERS];
const READERS: Who = [...ACTORS, 'discipline'];
const OVERSEERS = ['dispatcher', ...LEADERS] as const;
const ACT = '/api/v1/appeals/:number';

const acts = (who: Who, ...names: readonly string[]): Record<string, Who> =>
  Object.fromEntries(names.map((name) => [`POST ${ACT}/${name}`, who]));

/** Every route of the hub by hand: what is not here must not be served. */
export const ROUTES: Record<string, Who> = {
  'GET /': 'public',
  'GET /portal.css': 'public',
  'POST /preferences': 'public',
  'GET /submit': 'public',
  'POST /submit': 'public',
  'GET /track': 'public',
  'POST /track': 'public',
  'GET /track/supplement': 'public',
  'POST /track/supplement': 'public',
  'GET /health/live': 'public',
  'GET /health/ready': 'public',
  'POST /api/v1/session': 'public',
  'DELETE /api/v1/session': 'public',
  'GET /api/v1/session': 'all',
  'GET /api/v1/units': 'all',
  'GET /api/v1/departments': 'all',
  'GET /api/v1/users': 'all',
  'GET /api/v1/routing-rules': READERS,
  'GET /api/v1/templates': READERS,
  'GET /api/v1/waiver-reasons': READERS,
  'GET /api/v1/appeals': READERS,
  'POST /api/v1/appeals': OFFICE,
  [`GET ${ACT}`]: READERS,
  [`GET ${ACT}/attachments/:id`]: READERS,
  [`GET ${ACT}/originals/:messageId`]: READERS,
  [`GET ${ACT}/draft-versions`]: ACTORS,
  ...acts(ACTORS, 'acceptance', 'non-acceptance', 'classification', 'assignment', 'co-handling', 'receipt', 'return'),
  ...acts(
    ACTORS,
    'contact-records',
    'site-records',
    'waivers',
    'attachments',
    'extension',
    'question',
    'supplement',
    'draft',
    'approval',
    'leak-check',
    'leak-review',
    'reply',
  ),
  ...acts(ACTORS, 'transfer', 'revisit', 'reopening', 'review', 'withdrawal', 'closing', 'notes', 'discard', 'restore'),
  ...acts(ACTORS, 'supervision'),
  'GET /api/v1/supervision-orders': READERS,
  'GET /api/v1/revisit-tasks': ['dispatcher', 'revisitor', ...LEADERS, 'discipline'],
  'GET /api/v1/notices': 'all',
  'POST /api/v1/notices/read': 'all',
  [`GET ${ACT}/documents`]: READERS,
  [`POST ${ACT}/documents/:id/named-copy`]: READERS,
  [`GET ${ACT}/documents/:id/file`]: READERS,
  ...acts(ACTORS, 'documents', 'documents/:id/fields', 'documents/:id/issue', 'documents/:id/void'),
  ...acts(ACTORS, 'site'),
  'GET /api/v1/matters': READERS,
  'POST /api/v1/matters': ACTORS,
  'GET /api/v1/matters/:number': READERS,
  'POST /api/v1/matters/:number/appeals': ACTORS,
  'DELETE /api/v1/matters/:number/appeals/:appeal': ACTORS,
  'POST /api/v1/matters/:number/partings': ACTORS,
  'POST /api/v1/matters/:number/adoptions': ACTORS,
  'POST /api/v1/matters/:number/site-records': ACTORS,
  'POST /api/v1/matters/:number/draft': ACTORS,
  'GET /api/v1/sites': READERS,
  'GET /api/v1/sites/:id': READERS,
  'POST /api/v1/sites/:id/measures': ACTORS,
  'POST /api/v1/sites/:id/measures/:measureId/completion': ACTORS,
  'GET /api/v1/source-control-tasks': READERS,
  'POST /api/v1/source-control-tasks/:id/completion': ACTORS,
  'GET /api/v1/channels': ['administrator', ...OVERSEERS],
  'GET /api/v1/quarantine': OVERSEERS,
  'GET /api/v1/quarantine/:id/original': OVERSEERS,
  'POST /api/v1/quarantine/:id/resolution': OFFICE,
  'GET /api/v1/outbox': ['administrator', ...OVERSEERS],
  'POST /api/v1/outbox/:id/retry': ['administrator', 'dispatcher'],
  'POST /api/v1/imports': OFFICE,
  ...acts(READERS, 'confidentiality', 'target', 'naming', 'identity'),
  'GET /api/v1/audit': ['administrator', 'director', 'discipline'],
};
