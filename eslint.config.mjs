import { fileURLToPath } from 'node:url';
import boundaries from 'eslint-plugin-boundaries';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { boundarySettings, dependencyPolicies } from './tools/eslint/directions.mjs';
import { house } from './tools/eslint/house-plugin.mjs';

const root = fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '');

const typescript = ['**/*.ts', '**/*.tsx'];
const specs = ['**/*.spec.ts', '**/*.spec.tsx', '**/*.int-spec.ts', '**/*.e2e-spec.ts', '**/*.spec.mjs'];
/** Code that runs only in tests, benchmarks and generators; it may print and read what it is told. */
const outsideProduct = [
  ...specs,
  '**/e2e/**',
  '**/bench/**',
  '**/testing/**',
  '**/*.config.{ts,mjs}',
  'apps/web/codegen.ts',
  'tools/**',
];

export default defineConfig(
  {
    ignores: [
      '**/node_modules/',
      'dist/',
      '**/.next/',
      '.nx/',
      '.data/',
      'coverage/',
      '**/generated/',
      'tools/eslint/fixtures/',
      '**/next-env.d.ts',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },

  // Everything
  {
    files: [...typescript, '**/*.mjs', '**/*.cjs'],
    languageOptions: { parser: tseslint.parser },
    plugins: { house, '@typescript-eslint': tseslint.plugin },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-cond-assign': 'error',
      'no-console': 'error',
      'no-debugger': 'error',
      'no-empty': 'error',
      'no-unreachable': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'max-lines': ['error', { max: 400 }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      'house/house-names': 'error',
    },
  },

  // TypeScript: the type-aware rules that find real faults, chosen one by one to stay fast
  {
    files: typescript,
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-expect-error': 'allow-with-description', minimumDescriptionLength: 10 },
      ],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/no-non-null-asserted-optional-chain': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/restrict-plus-operands': 'error',
      '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    // emitDecoratorMetadata needs the class itself where Nest injects it by type
    files: ['apps/api/**/*.ts', 'libs/db/**/*.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },

  // Directions of dependency (STYLE.md, "Directions")
  {
    files: [...typescript, 'tools/**/*.mjs', 'tools/**/*.cjs'],
    plugins: { boundaries },
    settings: boundarySettings(root),
    rules: { 'boundaries/dependencies': ['error', dependencyPolicies()] },
  },
  {
    files: ['libs/crm/**/*.spec.ts', 'apps/api/src/**/*.{spec,int-spec}.ts'],
    rules: { 'boundaries/dependencies': ['error', dependencyPolicies({ specs: true })] },
  },
  { files: ['libs/crm/src/**/*.ts'], ignores: specs, rules: { 'house/pure-domain': 'error' } },

  // API and database
  { files: ['apps/api/**/*.ts', 'libs/**/*.ts'], rules: { 'house/no-entity-save': 'error' } },
  {
    files: ['apps/api/src/**/*.ts', 'libs/**/*.ts'],
    ignores: [...outsideProduct, 'apps/api/src/config/env.ts'],
    rules: { 'house/environment-in-one-place': 'error' },
  },
  { files: ['apps/api/src/**/*.ts'], ignores: specs, rules: { 'house/resolver-needs-permission': 'error' } },

  { files: [...specs, '**/e2e/**/*.ts'], rules: { 'house/no-skipped-tests': 'error' } },

  // Web: hooks in every branch alike, and effects that name all they read
  {
    files: ['apps/web/src/**/*.tsx', 'apps/web/src/**/*.ts'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },

  // Sizes (STYLE.md, "Size and comments")
  {
    files: ['**/*.resolver.ts', '**/*.use-case.ts', 'apps/web/src/**/*.tsx'],
    ignores: specs,
    rules: { 'max-lines': ['error', { max: 200 }] },
  },

  { files: outsideProduct, rules: { 'no-console': 'off' } },
);
