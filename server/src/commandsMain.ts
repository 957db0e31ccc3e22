import { join } from 'node:path';
import type { GateHost } from './cli/host.ts';
import { runProgram } from './cli/program.ts';
import { gitVersion } from './node/git/version.ts';
import { createRepositoryHooks } from './node/hooksPort.ts';
import { lossesOf } from './node/ingest/lossNotes.ts';
import { countersignDir } from './node/repository.ts';
import { readUserFile, writeUserFile } from './node/userFiles.ts';

/** What `dist/commands.cjs` holds: every command, for all that is not a git hook's question. */
export function runCommands(host: GateHost, dist: string): Promise<number> {
  const loadRules = (): typeof import('./rulesMain.ts') => require(join(dist, 'rules.cjs'));
  return runProgram({
    ...host,
    hooks: createRepositoryHooks(host.runtime),
    gitVersion,
    hookLosses: (place) => lossesOf(countersignDir(place)),
    files: { read: readUserFile, write: writeUserFile },
    ruleReason: (rule) => loadRules().ruleReason(rule),
    // The server reads `--stdio` from this process's own arguments, and lives until its client goes.
    serveLsp: async () => void require(join(dist, 'server.cjs')),
  });
}
