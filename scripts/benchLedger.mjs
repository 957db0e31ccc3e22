// Prints what the ledger costs as it grows: `npm run bench:ledger`. The largest has a million records;
// COUNTERSIGN_LEDGER_SIZES=0,1,10000 leaves that out.
import { build, ensurePackages, run, step } from './lib/setup.mjs';

ensurePackages();
build('--tests');
step('The ledger');
run(process.execPath, ['out/test/bench/ledger/main.bench.cjs']);
