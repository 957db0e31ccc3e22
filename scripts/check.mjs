// Types (one project per room), lint, format, and README's settings table.
import { ensurePackages, run } from './lib/setup.mjs';

ensurePackages();
run(process.execPath, ['node_modules/typescript/bin/tsc', '-b']);
run(process.execPath, ['node_modules/oxlint/bin/oxlint', '--type-aware', '--deny-warnings']);
run(process.execPath, ['node_modules/@biomejs/biome/bin/biome', 'format', '.']);
run(process.execPath, ['scripts/readmeTables.mjs', '--check']);
