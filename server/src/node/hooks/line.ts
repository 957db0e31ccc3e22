import type { HookName } from './shim.ts';

/** How the scripts of a folder are started. */
export type ScriptRunner =
  /** By `sh -e`, whatever their first line says, and executable or not (husky). */
  | 'sh -e'
  /** By git, as programs. */
  | 'itself';

const about =
  '# Countersign, if it is installed here, asks whether a person has signed the AI code:';

/** Where our own hook lies when another one calls it: found through git, so that the line holds in every clone. */
function shimPath(hook: HookName): string {
  return `"$(git rev-parse --git-common-dir)/countersign/hooks/${hook}"`;
}

/** The one line that calls our hook from a script of somebody else, for people to add by hand. */
export function callLine(hook: HookName): string {
  return `cs=${shimPath(hook)}; [ ! -x "$cs" ] || "$cs" "$@" || exit $?`;
}

/** A script that may be committed calls our hook in this line. */
export function callsShim(text: string | undefined, hook: HookName): boolean {
  const call = new RegExp(`^(?!\\s*#).*/countersign/hooks/${hook}(?![\\w-])`, 'm');
  return text !== undefined && call.test(text);
}

/** After the script's own commands; their answer stands. */
function lastLines(hook: HookName): string {
  return `${about}\ncs=$?; [ "$cs" -eq 0 ] || exit "$cs"; ${callLine(hook)}`;
}

/**
 * Before the script's own commands, for a script that may end in its middle: it runs itself as a child, then our hook.
 * The child knows by its parent's id that it is the child.
 */
function firstLines(hook: HookName, runner: ScriptRunner): string {
  const itself = runner === 'sh -e' ? 'sh -e "$0"' : '"$0"';
  return `${about}\ncs=${shimPath(hook)}; if [ -x "$cs" ] && [ "\${COUNTERSIGN_PARENT-}" != "$PPID" ]; then COUNTERSIGN_PARENT=$$ ${itself} "$@" && "$cs" "$@"; exit $?; fi`;
}

/** A script of ours for a folder that may be committed. */
export function newScript(hook: HookName): string {
  return `#!/bin/sh\n${lastLines(hook)}\n`;
}

/** A script with our lines; undefined when it is no shell script, so that nobody could tell where they belong. */
export function withCall(text: string, hook: HookName, runner: ScriptRunner): string | undefined {
  if (runner === 'itself' && !isShellScript(text)) return undefined;
  if (!mayEndEarly(text)) {
    const isOpen = text !== '' && !text.endsWith('\n');
    return isOpen ? `${text}\n${lastLines(hook)}` : `${text}${lastLines(hook)}\n`;
  }
  const lines = text.split('\n');
  // Below the first line and what husky 5 to 8 start with: that part starts the script a second time itself.
  const huskyLine = lines.findIndex((line) => /^\s*\.\s.*husky\.sh/.test(line));
  const at = Math.max(text.startsWith('#!') ? 1 : 0, huskyLine + 1);
  return [...lines.slice(0, at), firstLines(hook, runner), ...lines.slice(at)].join('\n');
}

/** A script without our lines: `undefined` when nothing else was ever in it, the same text when they are not in it. */
export function withoutCall(text: string, hook: HookName): string | undefined {
  if (text === newScript(hook)) return undefined;
  for (const ours of [lastLines(hook), firstLines(hook, 'sh -e'), firstLines(hook, 'itself')]) {
    const at = text.indexOf(ours);
    if (at < 0) continue;
    const before = text.slice(0, at);
    const after = text.slice(at + ours.length);
    return after === '' ? before.replace(/\n$/, '') : before + after.replace(/^\n/, '');
  }
  return text;
}

function isShellScript(text: string): boolean {
  return /^#!\s*\S*\/(env\s+(-S\s+)?)?(busybox\s+)?(sh|bash|dash|ksh|zsh|ash)\b/.test(text);
}

/** Lines added at the end might not be reached, or not be read as commands. */
function mayEndEarly(text: string): boolean {
  const commands = text.replace(/^\s*#.*$/gm, '');
  const stops = /\b(exec|trap|return)\b|\bexit\b(?!\s+[1-9])|<<|\\\s*$/;
  return stops.test(commands);
}
