import { join } from 'node:path';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { teamRulesFrom } from './app/questions/lazyTeam.ts';
import { rulesFrom } from './app/questions/rulesHost.ts';
import { heldWhileUsed } from './core/idle.ts';
import { startServer } from './lsp/server.ts';
import { sha256 } from './node/git/contentIds.ts';
import { createLocator, uriOf } from './node/locate.ts';
import { createMoveStore } from './node/moveStore.ts';
import { loadFresh } from './node/loadCompiled.ts';
import { createIdleReader } from './node/parsers/idleReader.ts';
import { createClock, timers } from './node/repository.ts';
import { VERSION } from './version.ts';

// Bundles of their own: nothing is parsed before there is a file, or asked before there is AI code,
// and both are let go when they are not needed for long.
const loadParser = () => fresh('parser') as typeof import('./parserMain.ts');
const loadRules = () => fresh('rules') as typeof import('./rulesMain.ts');
const fresh = (name: string): unknown => loadFresh(join(__dirname, `${name}.cjs`), require);
const loadTeam = (): typeof import('./teamRulesMain.ts') =>
  require(join(__dirname, 'teamRules.cjs'));

/** Wires the language server: over stdio or Node's own pipe, as its arguments say. */
export function serve(): void {
  const clock = createClock();
  const idle = { timers, ms: clock.ms };
  const rules = heldWhileUsed(loadRules, idle);
  const connection = createConnection(ProposedFeatures.all);
  startServer(connection, {
    reader: createIdleReader({
      load: loadParser,
      ...idle,
      grammars: join(__dirname, 'grammars'),
      sha256,
      onProblem: ({ message }) => connection.console.warn(message),
    }),
    createRules: rulesFrom(rules, { ms: clock.ms, idle }),
    readTeam: teamRulesFrom(loadTeam),
    rulePage: (rule) => rules().rulePage(rule),
    clock,
    timers,
    version: VERSION,
    createLocator: ({ storage, trusted }) =>
      createLocator({ storage, isTrusted: trusted !== false }),
    createMoves: ({ storage }) =>
      storage === undefined ? undefined : createMoveStore(join(storage, 'moves')),
    uriOf,
  });
  connection.listen();
}

serve();
