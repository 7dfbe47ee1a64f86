import tseslint from 'typescript-eslint';

const size = {
  'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
  'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
  'max-params': ['error', 5],
  complexity: ['error', 10],
  'max-depth': ['error', 3],
};

const readsEnvironment = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Read settings from platform/config.',
};
const readsRealTime = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Ask the injected clock (platform/clock).',
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Ask the injected clock (platform/clock).',
  },
];
const writesRawHtml = {
  selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
  message: 'Only src/templates/raw-html.tsx may write unescaped HTML.',
};

export default tseslint.config(
  { ignores: ['dist', 'node_modules', '**/*.cjs', '**/*.mjs', 'build', 'coverage'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      ...size,
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/consistent-type-imports': 'off',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
      'no-restricted-syntax': ['error', readsEnvironment, ...readsRealTime, writesRawHtml],
    },
  },
  {
    files: ['assets/*.js'],
    ...tseslint.configs.disableTypeChecked,
  },
  {
    files: ['src/scheduling/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'max-params': ['error', 3],
      'no-restricted-globals': [
        'error',
        'process',
        'fetch',
        'setTimeout',
        'setInterval',
        'console',
        'crypto',
        'performance',
      ],
      'no-restricted-syntax': [
        'error',
        ...readsRealTime,
        { selector: ':function[async=true]', message: 'The core is synchronous: load first, then decide.' },
        {
          selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
          message: 'Take the choice as an argument.',
        },
        { selector: 'ClassDeclaration', message: 'Plain data and functions here.' },
        {
          selector: "MemberExpression[property.name=/^(now|random)$/][object.object.name='Temporal']",
          message: 'Take the time as an argument.',
        },
      ],
    },
  },
  {
    // the two places that exist to touch the environment and the real time
    files: ['src/platform/config/**/*.ts', 'src/platform/clock/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', writesRawHtml] },
  },
  { files: ['src/templates/raw-html.tsx'], rules: { 'no-restricted-syntax': 'off' } },
  // one SQL text per migration
  { files: ['src/migrations/**/*.ts'], rules: { 'max-lines-per-function': 'off' } },
  {
    // markup is long, not complex
    files: ['src/templates/**/*.tsx'],
    rules: { 'max-lines-per-function': ['error', 90] },
  },
  {
    files: [
      '**/*.spec.ts',
      '**/*.spec.tsx',
      'test/**/*.ts',
      'test/**/*.tsx',
      'bench/**/*.ts',
      'faults/**/*.ts',
    ],
    rules: {
      'max-lines-per-function': 'off',
      'max-lines': 'off',
      'no-restricted-syntax': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
);
