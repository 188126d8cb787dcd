// (1) our own './x.js' may mean './x.ts'; (2) packages that publish only 'import' are resolved through it.
const path = require('node:path');
const fs = require('node:fs');

module.exports = (request, options) => {
  if (request.startsWith('.') && request.endsWith('.js') && !options.basedir.includes('node_modules')) {
    const source = path.resolve(options.basedir, `${request.slice(0, -3)}.ts`);
    if (fs.existsSync(source)) return source;
  }
  try {
    return options.defaultResolver(request, options);
  } catch (error) {
    if (request.startsWith('.')) throw error;
    return options.defaultResolver(request, { ...options, conditions: ['node', 'module-sync', 'import', 'default'] });
  }
};
