/** The dependency rule of ARCHITECTURE.md; test/architecture plants one violation per rule. */
/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'scheduling-is-pure',
      severity: 'error',
      comment: 'The scheduling core sees only itself and the time library: pass data in, get data out.',
      from: { path: '^src/scheduling/', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: ['^src/scheduling/', 'node_modules/temporal-polyfill/'] },
    },
    {
      name: 'platform-knows-no-product',
      severity: 'error',
      comment: 'platform/ is plumbing; move product words into a feature.',
      from: { path: '^src/platform/' },
      to: { path: '^src/(features|pages|scheduling|templates)/' },
    },
    {
      name: 'features-by-the-front-door',
      severity: 'error',
      comment: 'Import another feature only through its index.ts.',
      from: { path: '^src/features/([^/]+)/' },
      to: {
        path: '^src/features/([^/]+)/',
        pathNot: ['^src/features/$1/', '^src/features/[^/]+/index\\.ts$'],
      },
    },
    {
      name: 'scheduling-by-the-front-door',
      severity: 'error',
      from: { path: '^src/features/' },
      to: { path: '^src/scheduling/', pathNot: '^src/scheduling/index\\.ts$' },
    },
    {
      name: 'pages-ask-features',
      severity: 'error',
      comment: 'A page asks a feature; it does not plan.',
      from: { path: '^src/pages/' },
      to: { path: '^src/scheduling/' },
    },
    {
      name: 'features-know-no-pages',
      severity: 'error',
      from: { path: '^src/features/' },
      to: { path: '^src/pages/' },
    },
    {
      name: 'pages-by-the-front-door',
      severity: 'error',
      from: { path: '^src/pages/' },
      to: { path: '^src/features/', pathNot: '^src/features/[^/]+/index\\.ts$' },
    },
    {
      name: 'audiences-are-separate',
      severity: 'error',
      from: { path: '^src/pages/([^/]+)/' },
      to: { path: '^src/pages/([^/]+)/', pathNot: ['^src/pages/$1/', '^src/pages/shared/'] },
    },
    {
      name: 'pages-hold-no-sql',
      severity: 'error',
      from: { path: '^src/pages/' },
      to: { path: 'node_modules/(typeorm|@nestjs/typeorm|pg|bullmq|@nestjs/bullmq|nodemailer)/' },
    },
    {
      name: 'templates-hold-no-logic',
      severity: 'error',
      comment: 'A template receives a typed view object; it asks nobody.',
      from: { path: '^src/templates/', pathNot: '\\.spec\\.tsx?$' },
      to: { path: '^src/(features|pages|scheduling)/' },
    },
    {
      name: 'never-your-own-front-door',
      severity: 'error',
      comment: 'Inside a feature import the file itself; index.ts is for others (this is what makes cycles).',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/features/$1/index\\.ts$' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-tests-in-production',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.spec\\.tsx?$' },
      to: { path: '(^test/|\\.spec\\.tsx?$)' },
    },
    { name: 'everything-resolves', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
    exclude: { path: '^dist/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.json'],
    },
  },
};
