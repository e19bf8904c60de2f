import prettier from 'eslint-config-prettier';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const namedExportsOnly = { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' };

const environmentInConfigOnly = {
  'no-restricted-properties': [
    'error',
    { object: 'process', property: 'env', message: 'Settings are read in src/platform/config and handed on from there.' },
  ],
  'no-restricted-imports': ['error', { paths: ['process', 'node:process'].map((name) => ({ name, importNames: ['env', 'default'] })) }],
};

const noTestLeftOut = [
  'CallExpression[callee.object.name=/^(it|test|describe)$/][callee.property.name=/^(only|skip|todo)$/]',
  'MemberExpression[object.object.name=/^(it|test|describe)$/][object.property.name=/^(only|skip)$/]',
  'CallExpression[callee.name=/^(fit|fdescribe|xit|xtest|xdescribe)$/]',
].map((selector) => ({ selector, message: 'Every test runs: none is focused, skipped or left for later.' }));

export default defineConfig(
  { ignores: ['dist/', 'coverage/', '.data/', '.data-demo/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{cjs,mjs}'],
    extends: [tseslint.configs.recommended],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // What the house adds.
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-deprecated': 'error',
      'no-restricted-syntax': ['error', namedExportsOnly],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      // Twice the guides of 200 lines a file and 40 a function: past that, split by use case.
      'max-lines': ['error', { max: 400 }],
      'max-lines-per-function': ['error', { max: 80 }],

      // What the house does on purpose: interfaces that answer later (a resolver, a hook) are async without waiting, TypeORM and
      // type-graphql speak of classes as Function, and graphql's operation kinds are compared as the words they are.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unsafe-function-type': 'off',
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
    },
  },
  // Authorise, one call, map: a resolver method is eight lines, and with the descriptions of its arguments never more than three times that.
  { files: ['src/**/*.resolver.ts'], rules: { 'max-lines-per-function': ['error', { max: 24 }] } },
  { files: ['src/**'], ignores: ['src/platform/config/**'], rules: environmentInConfigOnly },
  {
    files: ['test/**'],
    rules: {
      'no-restricted-syntax': ['error', namedExportsOnly, ...noTestLeftOut],
      // A `describe` is a function only to the parser.
      'max-lines-per-function': 'off',
      // Jest's matchers and the answers to queries are of type any, and a test is about what they hold.
      ...Object.fromEntries(
        ['argument', 'assignment', 'call', 'member-access', 'return'].map((use) => [`@typescript-eslint/no-unsafe-${use}`, 'off']),
      ),
      // What misbehaves on purpose throws what it likes, and a rate that was measured may be said.
      '@typescript-eslint/only-throw-error': 'off',
      'no-console': ['error', { allow: ['info'] }],
    },
  },
  // So are the answers by which a bench goes on.
  {
    files: ['bench/ledger/**'],
    rules: Object.fromEntries(
      ['argument', 'assignment', 'call', 'member-access', 'return'].map((use) => [`@typescript-eslint/no-unsafe-${use}`, 'off']),
    ),
  },
  // Jest calls the default export of these two.
  { files: ['test/support/global-{setup,teardown}.ts'], rules: { 'no-restricted-syntax': ['error', ...noTestLeftOut] } },
  // The migrations are found by their folder.
  { files: ['src/app/migrations.ts'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  // A question of a page is written by a program, with all its fragments.
  { files: ['src/portal/**/*.document.ts'], rules: { 'max-lines': 'off' } },
  // A migration is one long text of SQL, written once.
  { files: ['migrations/**'], rules: { 'max-lines-per-function': 'off' } },
  prettier,
);
