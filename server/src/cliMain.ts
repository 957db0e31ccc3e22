import { join } from 'node:path';

// `dist/cli.cjs`: an agent waits for its hook at every edit, and git at every commit, so each loads
// only what it needs.
const ingest = (): typeof import('./ingestMain.ts') => require(join(__dirname, 'ingest.cjs'));
const gate = (): typeof import('./gateMain.ts') => require(join(__dirname, 'gate.cjs'));

const [command, ...args] = process.argv.slice(2);
const asksForHelp = args.includes('--help') || args.includes('-h');
if (command === 'ingest' && !asksForHelp) {
  // What is still being read from an agent that left its pipe open must not keep us.
  void ingest()
    .runIngest(args)
    .finally(() => process.exit(0));
} else void gate().runGate();
