const ROLES = [
  'handler',
  'controller',
  'consumer',
  'query',
  'process',
  'config',
  'answers',
  'module',
  'spec',
  'builders',
  'guard',
  'filter',
  'interceptor',
  'strategy',
  'publisher',
].map((role) => `[.]${role}[.]ts$`);

/** Boundaries; see STYLE: services meet only in contracts, slices do not know each other, a file without a role is pure. */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'services-meet-in-contracts',
      severity: 'error',
      from: { path: '^services/([^/]+)/' },
      to: { path: '^services/', pathNot: '^services/$1/' },
    },
    {
      name: 'libs-know-no-service',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^(services|deploy)/' },
    },
    {
      name: 'slices-do-not-know-each-other',
      severity: 'error',
      from: { path: '^services/([^/]+)/src/([^/]+)/([^/]+)/', pathNot: '/(migrations|testing|cli)/' },
      to: { path: '^services/$1/src/[^/]+/[^/]+/', pathNot: ['^services/$1/src/$2/$3/', '/testing/'] },
    },
    {
      name: 'pure-files-import-no-package',
      severity: 'error',
      from: {
        path: '^services/[^/]+/src/[^/]+/',
        pathNot: [...ROLES, '/(migrations|testing|cli|reading|mapping)/', '/main[.]ts$'],
      },
      to: { dependencyTypes: ['npm', 'core'] },
    },
    {
      name: 'drivers-stay-in-libs',
      severity: 'error',
      from: { path: '^services/' },
      to: { path: 'node_modules/(pg|kafkajs)/' },
    },
    {
      name: 'tests-stay-tests',
      severity: 'error',
      from: { pathNot: '(\\.spec\\.ts$|/test/|^tests/|/testing/|\\.builders\\.ts$)' },
      to: { path: '(\\.spec\\.ts$|/test/|^libs/testing/|\\.builders\\.ts$)' },
    },
    {
      name: 'event-sourcing-needs-no-package',
      severity: 'error',
      from: { path: '^libs/event-sourcing/' },
      to: { dependencyTypes: ['npm', 'core'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.js'],
    },
    exclude: { path: '^dist/' },
  },
};
