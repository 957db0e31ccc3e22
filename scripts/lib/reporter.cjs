// Mocha's spec output for people, and the counts in a file for the summary over all tiers.
const { writeFileSync } = require('node:fs');
const { reporters } = require('mocha');

module.exports = class CountingReporter extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    runner.once('end', () => {
      const file = process.env.COUNTERSIGN_TEST_REPORT;
      if (!file) return;
      const { passes, failures, pending } = this.stats;
      const failed = this.failures.map((test) => ({
        title: test.fullTitle(),
        message: String(test.err?.stack ?? test.err?.message ?? test.err),
      }));
      writeFileSync(
        file,
        JSON.stringify({ passed: passes, failed: failures, skipped: pending, failures: failed }),
      );
    });
  }
};
