import { join } from 'node:path';
import { teamRulesFrom } from './app/questions/lazyTeam.ts';
import { rulesFrom } from './app/questions/rulesHost.ts';
import type { GateHost } from './cli/host.ts';
import { processRuntime, processTerminal } from './cli/processHost.ts';
import { runCli } from './cli/run.ts';
import { loadCompiled } from './node/loadCompiled.ts';
import { openRepositoryAt } from './node/openAt.ts';
import { createLazyReader } from './node/parsers/lazyReader.ts';
import { countersignDir, createClock } from './node/repository.ts';
import { VERSION } from './version.ts';

// Bundles of their own beside this one, so that a commit does not wait for code it does not use.
const load = () => compiled('parser') as typeof import('./parserMain.ts');
const loadRules = () => compiled('rules') as typeof import('./rulesMain.ts');
const loadTeam = () => compiled('teamRules') as typeof import('./teamRulesMain.ts');
const compiled = (name: string): unknown => loadCompiled(join(__dirname, `${name}.cjs`), require);
const commands = (): typeof import('./commandsMain.ts') => require(join(__dirname, 'commands.cjs'));

const runtime = processRuntime(join(__dirname, 'cli.cjs'), join(__dirname, 'grammars'));
const clock = createClock();
const host = {
  args: process.argv.slice(2),
  cwd: process.cwd(),
  env: process.env,
  version: VERSION,
  runtime,
  terminal: processTerminal(),
  clock,
  openRepository: openRepositoryAt,
  dataFolder: countersignDir,
  createReader: (onProblem) => createLazyReader({ grammars: runtime.grammars, onProblem, load }),
  createRules: rulesFrom(loadRules, { ms: clock.ms }),
  readTeam: teamRulesFrom(loadTeam),
} satisfies GateHost;

/** `dist/gate.cjs`: answers a git hook's question, and loads `commands.cjs` for all else. */
export async function runGate(): Promise<void> {
  process.exitCode = await runCli(host, () => commands().runCommands(host, __dirname));
}
