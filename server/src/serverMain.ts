import { join } from 'node:path';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { rulesFrom } from './app/questions/rulesHost.ts';
import { startServer } from './lsp/server.ts';
import { sha256 } from './node/git/contentIds.ts';
import { createLocator, uriOf } from './node/locate.ts';
import { createMoveStore } from './node/moveStore.ts';
import { createBlockReader } from './node/parsers/blockReader.ts';
import { createClock, timers } from './node/repository.ts';
import { VERSION } from './version.ts';

// A bundle of its own: nothing is asked before there is AI code.
const loadRules = (): typeof import('./rulesMain.ts') => require(join(__dirname, 'rules.cjs'));

/** Wires the language server: over stdio or Node's own pipe, as its arguments say. */
export function serve(): void {
  const clock = createClock();
  const connection = createConnection(ProposedFeatures.all);
  startServer(connection, {
    reader: createBlockReader({
      grammars: join(__dirname, 'grammars'),
      sha256,
      onProblem: ({ message }) => connection.console.warn(message),
    }),
    createRules: rulesFrom(loadRules, clock.ms),
    rulePage: (rule) => loadRules().rulePage(rule),
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
