// Reads Jest's JSON report: the three numbers, what failed and what was skipped, by name.
const fs = require('node:fs');
const path = require('node:path');

/** A test file that could not run at all counts as one failure. */
function readJestResult(file, root) {
  if (!fs.existsSync(file)) return { passed: 0, failed: 1, skipped: 0, failures: ['Jest 没有写出结果'], skips: [] };
  const report = JSON.parse(fs.readFileSync(file, 'utf8'));
  const failures = [];
  const skips = new Map();
  for (const suite of report.testResults) {
    const name = path.relative(root, suite.name);
    if (suite.status === 'failed' && !suite.assertionResults.length) failures.push(`${name}（不能运行）`);
    for (const { status, title, ancestorTitles } of suite.assertionResults) {
      if (status === 'failed') failures.push(`${name}: ${[...ancestorTitles, title].join(' › ')}`);
      if (status !== 'pending' && status !== 'todo') continue;
      const what = `${name}: ${ancestorTitles[0] ?? title}`;
      skips.set(what, (skips.get(what) ?? 0) + 1);
    }
  }
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped: report.numPendingTests + report.numTodoTests,
    failures,
    skips: [...skips].map(([what, count]) => `${what}（${count} 项）`),
  };
}

module.exports = { readJestResult };
