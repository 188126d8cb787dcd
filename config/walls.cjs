/** Who may import which library; what is not listed is a breach and `npm run walls` names it. */
const may = {
  'libs/domain': [],
  'libs/contract': ['domain'],
  'libs/http': ['domain'],
  'libs/settings': ['domain'],
  'libs/persistence': ['domain'],
  'libs/channels': ['domain', 'http'],
  'libs/casework': ['domain', 'persistence'],
  'libs/outbound': ['domain', 'http', 'persistence'],
  'libs/insight': ['domain', 'persistence'],
  'apps/hub/src/api': ['domain', 'contract', 'settings', 'persistence', 'casework', 'insight'],
  'apps/hub/src/portal': ['domain', 'contract', 'settings', 'persistence', 'casework', 'insight'],
  'apps/hub/src/worker': ['domain', 'http', 'settings', 'persistence', 'channels', 'casework', 'outbound', 'insight'],
  'apps/cli': ['domain', 'http', 'settings', 'persistence', 'channels', 'casework', 'outbound', 'insight'],
  'apps/console': ['domain', 'contract'],
};

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });
const npm = (...names) => ({ path: names.map((name) => `node_modules/${name}/`) });

module.exports = {
  forbidden: [
    forbid('no-circle', 'Imports run one way.', {}, { circular: true }),
    forbid(
      'one-door',
      'A library is entered by its index.ts.',
      { path: '^(?:apps|libs)/([^/]+)/' },
      { path: '^libs/([^/]+)/src/(?!index\\.ts$)', pathNot: '^libs/$1/' },
    ),
    forbid(
      'one-door-for-all',
      'Tests and benches too enter by the front door.',
      { path: '^(test|bench)/' },
      { path: '^libs/[^/]+/src/(?!index\\.ts$)' },
    ),
    forbid(
      'apps-do-not-meet',
      'Apps never import one another.',
      { path: '^apps/([^/]+)/' },
      { path: '^apps/', pathNot: '^apps/$1/' },
    ),
    forbid(
      'roles-do-not-meet',
      "The hub's three roles never import one another.",
      { path: '^apps/hub/src/(api|portal|worker)/' },
      { path: '^apps/hub/src/(api|portal|worker)/', pathNot: '^apps/hub/src/$1/' },
    ),
    forbid(
      'features-do-not-meet',
      'No feature of the console imports another.',
      { path: '^apps/console/src/features/([^/]+)/' },
      { path: '^apps/console/src/features/', pathNot: '^apps/console/src/features/$1/' },
    ),
    forbid('libs-know-no-app', 'Libraries stand below the apps.', { path: '^libs/' }, { path: '^(apps|test|bench)/' }),
    forbid(
      'rules-are-pure',
      'Rules take values and give values.',
      { path: '^libs/(domain|contract)/', pathNot: '\\.spec\\.ts$' },
      { dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown', 'core'] },
    ),
    forbid(
      'typeorm-stays-home',
      'Only persistence knows the database.',
      { path: '^(apps|libs)/', pathNot: '^libs/persistence/' },
      npm('typeorm', '@nestjs/typeorm', 'better-sqlite3', 'mysql2'),
    ),
    forbid(
      'plain-without-nest',
      'Rules, the web client, channels and the console stand without the framework.',
      { path: '^(libs/(domain|contract|http|channels)|apps/console)/', pathNot: '\\.spec\\.ts$' },
      npm('@nestjs'),
    ),
    forbid(
      'streams-at-the-edge',
      'Streams flow in channels, worker, cli and the event stream only.',
      { path: '^(apps|libs)/', pathNot: '^(libs/channels|apps/hub/src/(worker|api)|apps/cli)/' },
      npm('rxjs'),
    ),
    ...Object.entries(may).map(([from, to]) =>
      forbid(
        `walls-of-${from.replaceAll('/', '-')}`,
        `May import ${to.length ? to.join(', ') : 'nothing'}.`,
        { path: `^${from}/` },
        { path: '^libs/', pathNot: [from, ...to.map((lib) => `libs/${lib}`)].map((at) => `^${at}/`) },
      ),
    ),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    // Our own builds only: the packages' dist folders are what some of the walls above are about.
    exclude: { path: ['^dist/', '^apps/[^/]+/dist/'] },
  },
};
