// A rule is an error or off; layout is Prettier's, unused names are also the compiler's.
import { existsSync } from 'node:fs';
import js from '@eslint/js';
import tseslint from 'typescript-eslint';

const typed = ['apps/hub/**/*.ts?(x)', 'apps/cli/src/**/*.ts', 'libs/**/*.ts', 'test/**/*.ts?(x)', 'bench/**/*.ts'];
if (existsSync('apps/console/tsconfig.json')) typed.push('apps/console/src/**/*.ts?(x)');

const node = ['require', 'module', 'exports', '__dirname', '__filename', 'process', 'console', 'Buffer', 'URL'];
node.push('setTimeout', 'setInterval', 'clearTimeout', 'clearInterval', 'setImmediate', 'fetch', 'performance', 'AbortSignal');

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', 'samples/**', 'test/fixtures/**', 'var/**', '.cache/**'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    rules: {
      eqeqeq: 'error',
      'no-console': 'off',
      'prefer-const': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
    },
  },
  {
    // The rules that need types, for the one fault that tests miss: a promise nobody waits for.
    files: typed,
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  { files: ['test/**', '**/*.spec.ts?(x)'], rules: { '@typescript-eslint/no-explicit-any': 'off' } },
  {
    files: ['**/*.cjs', '**/*.mjs'],
    languageOptions: { globals: Object.fromEntries(node.map((name) => [name, 'readonly'])) },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
);
