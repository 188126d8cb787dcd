import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describeUnless } from '../support/skip';

const root = resolve(__dirname, '../..');
const scripts = Object.keys((JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: object }).scripts);

/** Made by running, so absent from a fresh clone. */
const MADE = /^(var|dist|node_modules|\.cache)(\/|$)/;
const PLACEHOLDER = /(^|\/)(?!README|LICENSE|CHANGELOG|NOTICE)[A-Z]{2,}(\.|\/|$)|[<>${}…~]/;
const MEDIA_TYPE = /^(text|application|image|audio|video|multipart|message|font)\/[\w.+-]+$/;
const FILE = /\.(md|json|ya?ml|[cm]?[jt]sx?|eml|html|csv|docx|sh)$/;

const fenced = (text: string) => [...text.matchAll(/^```[^\n]*\n([\s\S]*?)^```/gm)].map(([, body]) => body);
const spans = (text: string) => [...text.replace(/^```[\s\S]*?^```/gm, '').matchAll(/`([^`\n]+)`/g)].map(([, span]) => span);

/** Does a code span look like a path of this repository? Addresses (`/submit`), packages (`@nestjs/core`) and media types do not. */
function looksLikePath(span: string): boolean {
  if (/\s|^[/@]|:\/\//.test(span) || MADE.test(span) || PLACEHOLDER.test(span) || MEDIA_TYPE.test(span)) return false;
  return /^[\w.-]+(\/[\w.*-]*)+$/.test(span) || (/^[\w.-]+$/.test(span) && FILE.test(span));
}

/** `config/*.yaml` exists where `config` does. */
const isThere = (path: string) =>
  existsSync(join(root, path.includes('*') ? dirname(path.slice(0, path.indexOf('*') + 1)) : path));

function named(text: string) {
  const code = [...spans(text), ...fenced(text)].join('\n');
  const links = [...text.matchAll(/\]\(([^)#\s]+)/g)].map(([, link]) => link).filter((link) => !/^[a-z]+:|^\//.test(link));
  return {
    paths: [...spans(text).filter(looksLikePath), ...links],
    scripts: [...code.matchAll(/\bnpm (?:run ([\w:-]+)|(test|start)\b)/g)].map(([, run, short]) => run ?? short),
    commands: [...code.matchAll(/(?:^|\s)yxt ([a-z][\w-]*)/gm)].map(([, command]) => command),
  };
}

/** The words of `yxt` are string literals of its sources. */
function yxtKnows(command: string): boolean {
  const folder = join(root, 'apps/cli/src');
  const files = existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
    : [];
  const literal = new RegExp(`['"\`]${command}\\b`);
  return files.some((file) => !file.endsWith('.spec.ts') && literal.test(readFileSync(join(folder, file), 'utf8')));
}

describe('how a README is read', () => {
  it('finds paths, scripts and commands, and nothing else', () => {
    const text =
      'See `config/hub.yaml`, `package.json`, [manual](docs/manual.md), `/submit`, `@nestjs/core`, `text/html`, `DIR/x.json`, ' +
      '`var/hub.db`, `npm test`, `npx yxt queue --json`.\n\n```sh\nnpm run demo -- --once\nyxt appeal show\n```\n';
    expect(named(text)).toEqual({
      paths: ['config/hub.yaml', 'package.json', 'docs/manual.md'],
      scripts: ['test', 'demo'],
      commands: ['queue', 'appeal'],
    });
  });
});

const missing = existsSync(join(root, 'README.md')) ? null : '还没有 README.md';
describeUnless(missing, 'README.md names only what exists', () => {
  const { paths, scripts: run, commands } = named(missing ? '' : readFileSync(join(root, 'README.md'), 'utf8'));

  it('paths', () => expect(paths.filter((path) => !isThere(path))).toEqual([]));
  it('npm scripts', () => expect(run.filter((script) => !scripts.includes(script))).toEqual([]));
  it('yxt commands', () => expect(commands.filter((command) => !yxtKnows(command))).toEqual([]));
});
