import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { processRuntime, processTerminal } from './cli/processHost.ts';
import { runCli } from './cli/run.ts';
import { ok } from './core/result.ts';
import { findRepository } from './node/git/place.ts';
import { gitVersion } from './node/git/version.ts';
import { createRepositoryHooks } from './node/hooksPort.ts';
import { createLazyReader } from './node/parsers/lazyReader.ts';
import { countersignDir, createClock, openRepository } from './node/repository.ts';
import { VERSION } from './version.ts';

const runtime = processRuntime(__filename, join(__dirname, 'grammars'));
void runCli({
  args: process.argv.slice(2),
  cwd: process.cwd(),
  env: process.env,
  version: VERSION,
  runtime,
  terminal: processTerminal(),
  clock: createClock(),
  openRepository(dir, mayWrite) {
    const place = findRepository(dir, process.env);
    const options = { writer: 'cli', mayWrite, mayRunGit: true };
    return place.ok ? ok(openRepository(place.value, options)) : place;
  },
  dataFolder: countersignDir,
  createReader: (onProblem) => createLazyReader(runtime.grammars, onProblem),
  hooks: createRepositoryHooks(runtime),
  gitVersion,
  serveLsp: () => import(pathToFileURL(join(__dirname, 'server.cjs')).href),
}).then((exitCode) => {
  process.exitCode = exitCode;
});
