import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CommandFor, FileAgent, HookEntry, Homes } from '../agent.ts';

/** Timeouts are seconds. Its TOML is never rewritten, and its approval is left to the person. */
export const codex: FileAgent = {
  kind: 'file',
  id: 'codex',
  title: 'Codex',
  folder,
  file: (homes) => join(folder(homes), 'hooks.json'),
  head: {},
  entries,
  async refusal(homes, commandFor) {
    const path = join(folder(homes), 'config.toml');
    const toml = await readFile(path, 'utf8').catch(() => '');
    if (!hasHooks(toml)) return undefined;
    return [
      `${path} has hooks of its own, and Codex takes hooks from one file only, so hooks.json was not written beside it. Add this to ${path} by hand, then run \`/hooks\` in Codex and approve it:`,
      '',
      snippet(entries(commandFor)),
    ].join('\n');
  },
  afterInstall:
    'Codex runs a new or changed hook only after you approve it: start Codex and run `/hooks`.',
};

function folder({ home, env }: Homes): string {
  return env['CODEX_HOME'] || join(home, '.codex');
}

function entries(commandFor: CommandFor): readonly HookEntry[] {
  const command = commandFor('codex').system;
  const matcher = 'apply_patch|Edit|Write|Bash';
  return [
    { event: 'PreToolUse', value: { matcher, hooks: [{ type: 'command', command, timeout: 5 }] } },
    {
      event: 'PostToolUse',
      value: { matcher, hooks: [{ type: 'command', command, timeout: 10 }] },
    },
  ];
}

/** `hooks.state` does not count: there Codex itself keeps what the person has approved. */
function hasHooks(toml: string): boolean {
  let table = '';
  for (const line of toml.split('\n').map((each) => each.replace(/\s/g, ''))) {
    const header = /^\[+([^\]]*)\]/.exec(line)?.[1];
    table = header ?? table;
    const key = header === undefined ? /^[^=#]+(?==)/.exec(line)?.[0] : undefined;
    // `hooks.X`, as a table or as a key in the table above it.
    const path = key === undefined ? header : `${table === '' ? '' : `${table}.`}${key}`;
    const [first, second] = (path ?? '').replaceAll('"', '').split('.');
    const isTopKey = key !== undefined && table === '' && second === undefined;
    if (first === 'hooks' && (isTopKey || (second !== undefined && second !== 'state')))
      return true;
  }
  return false;
}

/** The entries as Codex's TOML. JSON's strings are TOML's basic strings. */
function snippet(hooks: readonly HookEntry[]): string {
  return hooks
    .map(({ event, value }) => {
      const { hooks: handlers, ...group } = value;
      const tables = Array.isArray(handlers) ? handlers : [];
      return [
        `[[hooks.${event}]]`,
        ...pairs(group),
        ...tables.flatMap((handler) => ['', `[[hooks.${event}.hooks]]`, ...pairs(handler)]),
      ].join('\n');
    })
    .join('\n\n');
}

function pairs(table: object): string[] {
  return Object.entries(table).map(([key, value]) => `${key} = ${JSON.stringify(value)}`);
}
