'use strict';

/** From left to right: a folder imports only from what stands to its left. */
const order = [
  'platform',
  'audit',
  'regions',
  'units',
  'accounts',
  'plans',
  'intake',
  'ledger',
  'lineage',
  'statistics',
  'search',
  'open-data',
  'portal',
  'app',
];

const oneDirection = order.slice(0, -1).map((folder, place) => ({
  name: `direction-${folder}`,
  comment: `src/${folder} imports only from what stands to its left: ${order.slice(0, place).join(' < ') || 'nothing'}.`,
  severity: 'error',
  from: { path: `^src/${folder}/` },
  to: { path: `^src/(${order.slice(place + 1).join('|')})/` },
}));

/** The steps from a document to a plan; a step knows those before it. `reading` and `document` beside them are their common words. */
const intakeSteps = ['readers', 'parse', 'resolve', 'import'];

const intakeDirection = intakeSteps.slice(0, -1).map((step, place) => ({
  name: `intake-direction-${step}`,
  comment: `src/intake/${step} knows nothing of the steps after it.`,
  severity: 'error',
  from: { path: `^src/intake/${step}/` },
  to: { path: `^src/intake/(${intakeSteps.slice(place + 1).join('|')})/` },
}));

module.exports = {
  forbidden: [
    ...oneDirection,
    ...intakeDirection,
    {
      name: 'known-folders',
      comment: 'Every source stands in a folder that has its place in the direction.',
      severity: 'error',
      from: { path: '^src/', pathNot: `^src/(${order.join('|')})/` },
      to: {},
    },
    {
      name: 'front-door',
      comment: 'A domain folder is entered by its index.ts alone.',
      severity: 'error',
      from: { path: '^src/([^/]+)/' },
      to: { path: '^src/[^/]+/', pathNot: ['^src/$1/', '^src/platform/', '^src/[^/]+/index\\.ts$'] },
    },
    {
      name: 'platform-doors',
      comment:
        'The platform has many doors and no hall: the index.ts of each of its folders, and its single files. ' +
        'Inside, its folders may take from one another file by file, so that none drags in more than it needs.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/platform/' },
      to: {
        path: '^src/platform/',
        pathNot: ['^src/platform/[^/]+\\.ts$', '^src/platform/[^/]+/index\\.ts$', '^src/platform/[^/]+/[^/]+/index\\.ts$'],
      },
    },
    {
      name: 'no-circle',
      comment: 'No file needs itself by way of others. Types may: they are gone when the program runs.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'migrations-stand-alone',
      comment: 'A migration is history: what changes in src/ must not change what it did.',
      severity: 'error',
      from: { path: '^migrations/' },
      to: { path: '^(src|test|bench|scripts)/' },
    },
    {
      name: 'src-stands-alone',
      comment: 'The product needs neither its tests nor its tools. Migrations are found by their folder.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(test|bench|scripts|migrations)/' },
    },
    {
      name: 'installed-for-running',
      comment: 'What the product imports is a dependency in package.json, and no development tool.',
      severity: 'error',
      from: { path: '^(src|migrations)/|^ormconfig\\.ts$' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'resolvable',
      comment: 'Every import leads somewhere. What a bench is measured against has a package.json of its own, installed when it runs.',
      severity: 'error',
      from: { pathNot: '^bench/[^/]+/[^/]+\\.mjs$' },
      to: { couldNotResolve: true },
    },
    {
      name: 'no-file-without-a-noun',
      comment: 'A file is named after what it holds.',
      severity: 'error',
      from: {},
      to: { path: '/(utils?|helpers?|common|managers?)(/|\\.)', pathNot: 'node_modules' },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|coverage|\\.data)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.cjs', '.js', '.json'],
    },
  },
};
