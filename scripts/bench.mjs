// Prints the figures of DESIGN's budgets: `npm run bench`.
import { build, ensurePackages, run, step } from './lib/setup.mjs';

ensurePackages();
build('--tests');
step('Figures');
run(process.execPath, ['out/test/bench/main.bench.cjs']);
step('Figures in a real editor');
run(process.execPath, ['scripts/package.mjs']);
const { benchEditor } = await import('./editor/benchEditor.mjs');
await benchEditor();
