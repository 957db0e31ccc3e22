import { words } from './words.ts';

/** Modules of Node itself that may be named without `node:`. */
export const NODE_MODULES: ReadonlySet<string> = words(`
  assert assert/strict async_hooks buffer child_process cluster console constants crypto dgram
  diagnostics_channel dns dns/promises domain events fs fs/promises http http2 https inspector
  inspector/promises module net os path path/posix path/win32 perf_hooks process punycode
  querystring readline readline/promises repl stream stream/consumers stream/promises
  stream/web string_decoder sys timers timers/promises tls trace_events tty url util util/types
  v8 vm wasi worker_threads zlib
`);

/** Modules that are there only with `node:` before them. */
export const NODE_PREFIXED: ReadonlySet<string> = words(`
  node:sea node:sqlite node:test node:test/reporters
`);

/** Modules that the program around the code brings along: editors, runtimes, frameworks' bundlers. */
export const HOST_MODULES: ReadonlySet<string> = words(`
  atom bun client-only electron k6 photoshop server-only sketch uxp vscode wx
`);

/** Scopes that frameworks give to the files of a site, or to modules of their own. */
export const HOST_SCOPES: ReadonlySet<string> = words(`
  @ember @ember-data @env @generated @glimmer @site @theme @theme-init @theme-original meteor
`);
