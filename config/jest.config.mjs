// Our TypeScript and the ESM-only packages of node_modules are compiled to CommonJS by swc, so that plain Jest runs Nest 12.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Does any `require` condition lead to a file of its own? */
const hasCommonJs = (exported) => {
  if (!exported || typeof exported !== 'object') return false;
  if ('require' in exported && JSON.stringify(exported.require) !== JSON.stringify(exported.import)) return true;
  return Object.entries(exported).some(([key, value]) => key !== 'require' && hasCommonJs(value));
};

const esmOnly = new Set();
const scan = (folder, scope = '') => {
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    if (name.startsWith('.')) continue;
    if (!scope && name.startsWith('@')) {
      scan(join(folder, name), `${name}/`);
      continue;
    }
    const file = join(folder, name, 'package.json');
    if (!existsSync(file)) continue;
    const manifest = JSON.parse(readFileSync(file, 'utf8'));
    if (manifest.type === 'module' && !hasCommonJs(manifest.exports)) esmOnly.add(scope + name);
    scan(join(folder, name, 'node_modules'));
  }
};
scan(join(root, 'node_modules'));

const base = { swcrc: false, sourceMaps: 'inline', module: { type: 'commonjs' } };

export default {
  rootDir: root,
  cacheDirectory: '<rootDir>/.cache/jest',
  testEnvironment: 'node',
  globalSetup: '<rootDir>/config/jest.global-setup.cjs',
  roots: ['apps/hub', 'apps/cli', 'apps/console', 'libs', 'test'].map((folder) => join(root, folder)).filter(existsSync),
  testRegex: '\\.(spec|e2e-spec)\\.tsx?$',
  testTimeout: 60_000,
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'cjs', 'json', 'node'],
  moduleNameMapper: { '^@hub/([^/]+)$': '<rootDir>/libs/$1/src/index.ts' },
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  resolver: '<rootDir>/config/jest-resolver.cjs',
  workerIdleMemoryLimit: '600MB',
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        ...base,
        jsc: {
          target: 'es2022',
          keepClassNames: true,
          parser: { syntax: 'typescript', decorators: true, tsx: true },
          transform: {
            legacyDecorator: true,
            decoratorMetadata: true,
            useDefineForClassFields: false,
            react: { runtime: 'automatic' },
          },
        },
      },
    ],
    '^.+\\.m?js$': ['@swc/jest', { ...base, jsc: { target: 'es2022', keepClassNames: true, parser: { syntax: 'ecmascript' } } }],
  },
  transformIgnorePatterns: [`/node_modules/(?!(?:.*/node_modules/)?(?:${[...esmOnly].join('|')})/)`, '\\.node$'],
};
