import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { processRuntime, processTerminal } from './cli/processHost.ts';
import { runCli } from './cli/run.ts';
import { gitVersion } from './node/git/version.ts';
import { createRepositoryHooks } from './node/hooksPort.ts';
import { openRepositoryAt } from './node/openAt.ts';
import { createLazyReader } from './node/parsers/lazyReader.ts';
import { countersignDir, createClock } from './node/repository.ts';
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
  openRepository: openRepositoryAt,
  dataFolder: countersignDir,
  createReader: (onProblem) => createLazyReader(runtime.grammars, onProblem),
  hooks: createRepositoryHooks(runtime),
  gitVersion,
  serveLsp: () => import(pathToFileURL(join(__dirname, 'server.cjs')).href),
}).then((exitCode) => {
  process.exitCode = exitCode;
});
