// Types (one project per room), lint and format.
import { ensurePackages, run } from './lib/setup.mjs';

ensurePackages();
run(process.execPath, ['node_modules/typescript/bin/tsc', '-b']);
run(process.execPath, ['node_modules/oxlint/bin/oxlint', '--type-aware', '--deny-warnings']);
run(process.execPath, ['node_modules/@biomejs/biome/bin/biome', 'format', '.']);
