#!/usr/bin/env node
// `npx yxt …`: prepares what is lacking, then hands over to the compiled command.
const { spawnSync } = require('node:child_process');
const path = require('node:path');

const [command] = process.argv.slice(2);
const main = path.resolve(__dirname, '../../../dist/apps/cli/src/main.js');
/** A log of a hundred thousand rows leaves much garbage behind; with a small heap it is cleared away as it comes. */
const SMALL_HEAP = ['--max-old-space-size=160', '--max-semi-space-size=4'];

require('./prepare.cjs')({ console: command === 'demo' });
if (command === 'import') {
  const { status } = spawnSync(process.execPath, [...SMALL_HEAP, main, ...process.argv.slice(2)], { stdio: 'inherit' });
  process.exitCode = status ?? 3;
} else require(main);
