#!/usr/bin/env node
// `npx yxt …`: prepares what is lacking, then hands over to the compiled command.
const path = require('node:path');

const withConsole = ['demo'].includes(process.argv[2]);
require('./prepare.cjs')({ console: withConsole });
require(path.resolve(__dirname, '../../../dist/apps/cli/src/main.js'));
