import { createHash } from 'node:crypto';
import { shimBody } from './shimBody.ts';

/** The hooks that ask the gate, those that bring what was committed into the ledger, and share it. */
export const hookNames = [
  'pre-commit',
  'pre-merge-commit',
  'post-commit',
  'post-rewrite',
  'pre-push',
] as const;
export type HookName = (typeof hookNames)[number];

/** What runs the gate, by absolute paths, so that a hook needs no PATH. */
export interface HookRuntime {
  /** Node, or VS Code's own binary. */
  readonly node: string;
  /** `node` is VS Code's binary and needs `ELECTRON_RUN_AS_NODE=1`. */
  readonly electron: boolean;
  /** The bundled command line, `cli.cjs`. */
  readonly cli: string;
}

/** All that differs from one shim to the next. */
export interface ShimValues {
  readonly hook: HookName;
  readonly runtime: HookRuntime;
  /** The hook that runs first, as a path from the shim's own folder. */
  readonly first: string | undefined;
  /** The hook manager that wrote `first`, when the shim must know it. */
  readonly firstBy: string | undefined;
}

/** A file that carries our mark. `values` are missing when its head can no longer be read. */
export interface KnownShim {
  readonly text: string;
  /** Every byte is as we wrote it: the mark holds a hash of the rest. */
  readonly unchanged: boolean;
  readonly values: ShimValues | undefined;
}

const mark = '# countersign:shim 1 ';

/** The text of a hook: POSIX sh, LF. Equal values give equal bytes. */
export function shimText(values: ShimValues): string {
  const { hook, runtime, first, firstBy } = values;
  const head = [
    `cs_hook=${quoted(hook)}`,
    `cs_first=${quoted(first ?? '')}`,
    `cs_first_by=${quoted(firstBy ?? '')}`,
    `cs_node=${quoted(withSlashes(runtime.node))}`,
    `cs_electron=${quoted(runtime.electron ? '1' : '')}`,
    `cs_cli=${quoted(withSlashes(runtime.cli))}`,
  ].join('\n');
  const rest = `${shimBody.about}\n${head}\n${shimBody.code}`;
  return `#!/bin/sh\n${mark}${hashOf(rest)}\n${rest}`;
}

/** Tells a hook of ours from anybody else's by its text alone. */
export function recognizeShim(text: string): KnownShim | undefined {
  const start = text.indexOf(`\n${mark}`);
  if (start < 0 || !text.startsWith('#!')) return undefined;
  const lineEnd = text.indexOf('\n', start + 1);
  if (lineEnd < 0) return undefined;
  const hash = text.slice(start + 1 + mark.length, lineEnd);
  const rest = text.slice(lineEnd + 1);
  return { text, unchanged: hash === hashOf(rest), values: valuesIn(rest) };
}

/** What the shim reads when its own paths are gone: Node, `1` for VS Code's binary, `cli.cjs`; one a line. */
export function runtimeText(runtime: HookRuntime): string {
  const electron = runtime.electron ? '1' : '';
  return `${withSlashes(runtime.node)}\n${electron}\n${withSlashes(runtime.cli)}\n`;
}

function valuesIn(rest: string): ShimValues | undefined {
  const value = (name: string): string | undefined => {
    const line = rest.split('\n').find((each) => each.startsWith(`${name}='`));
    return line === undefined ? undefined : unquoted(line.slice(name.length + 1));
  };
  const hookText = value('cs_hook');
  const hook = hookNames.find((name) => name === hookText);
  const node = value('cs_node');
  const cli = value('cs_cli');
  if (hook === undefined || node === undefined || cli === undefined) return undefined;
  return {
    hook,
    runtime: { node, electron: value('cs_electron') === '1', cli },
    first: value('cs_first') || undefined,
    firstBy: value('cs_first_by') || undefined,
  };
}

function hashOf(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

function unquoted(text: string): string {
  return text.slice(1, -1).replaceAll(`'\\''`, "'");
}

/** Git for Windows' sh takes `C:/…`; a backslash elsewhere is a character of a name. */
function withSlashes(path: string): string {
  return /^[A-Za-z]:[\\/]|^\\\\/.test(path) ? path.replaceAll('\\', '/') : path;
}
