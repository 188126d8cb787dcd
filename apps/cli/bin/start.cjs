// `npm start`: prepares what is lacking, then runs the hub in this process.
const path = require('node:path');

require('./prepare.cjs')();
process.env.NODE_ENV ??= 'production';
require(path.resolve(__dirname, '../../../dist/apps/hub/src/main.js'));
