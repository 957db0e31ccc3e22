import { join } from 'node:path';
import { holdBackOptimizer } from './node/holdBackOptimizer.ts';
import { loadCompiled } from './node/loadCompiled.ts';

// `dist/cli.cjs`: an agent waits for its hook at every edit, and git at every commit, so each loads
// only what it needs.
const ingest = () =>
  loadCompiled(join(__dirname, 'ingest.cjs'), require) as typeof import('./ingestMain.ts');
const gate = () =>
  loadCompiled(join(__dirname, 'gate.cjs'), require) as typeof import('./gateMain.ts');

const [command, ...args] = process.argv.slice(2);
const asksForHelp = args.includes('--help') || args.includes('-h');
if (command === 'ingest' && !asksForHelp) {
  // What is still being read from an agent that left its pipe open must not keep us.
  void ingest()
    .runIngest(args)
    .finally(() => process.exit(0));
} else {
  // The language server is the one command that stays.
  if (command !== 'lsp') holdBackOptimizer();
  void gate().runGate();
}
