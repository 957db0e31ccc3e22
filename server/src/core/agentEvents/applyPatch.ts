import { agentFile } from './agentFile.ts';
import type { AgentFile, TextChange } from './event.ts';
import { isUsablePath } from './fields.ts';

const FILE = /^\*\*\* (Add|Update|Delete) File:(.*)$/;
const MOVE = /^\*\*\* Move to:(.*)$/;

/** Whether a text is a patch in the form `parsePatch` reads. */
export function isPatch(text: string): boolean {
  return /^(?:[ \t]*\*\*\* Begin Patch|\*\*\* (?:Add|Update|Delete) File:)/m.test(text);
}

/**
 * Reads a patch between `*** Begin Patch` and `*** End Patch`, either of which may be missing,
 * with anything around it. A hunk's `old` and `new` are whole lines with their line ends, as told;
 * at the end of a file without the last line end, which the file may not have. What is no patch
 * gives no files. Never throws.
 */
export function parsePatch(text: string): readonly AgentFile[] {
  const files: (AgentFile | undefined)[] = [];
  let file: OpenFile | undefined;
  for (const line of patchLines(text)) {
    const header = line.trimEnd();
    const [, verb, path = ''] = FILE.exec(header) ?? [];
    if (verb !== undefined) {
      files.push(closeFile(file));
      file = { verb, path: path.trim(), added: [], changes: [], hunk: newHunk() };
    } else if (file !== undefined) {
      file = readLine(file, line, header);
    }
  }
  files.push(closeFile(file));
  return files.filter((one) => one !== undefined);
}

interface Hunk {
  readonly old: string[];
  readonly new: string[];
}

/** A file whose lines are still being read; its lists grow in place. */
interface OpenFile {
  readonly verb: string;
  readonly path: string;
  readonly movedTo?: string;
  readonly added: string[];
  readonly changes: TextChange[];
  readonly hunk: Hunk;
}

function newHunk(): Hunk {
  return { old: [], new: [] };
}

function patchLines(text: string): readonly string[] {
  const lines = text.split('\n');
  const begin = lines.findIndex((line) => line.trim() === '*** Begin Patch');
  const body = lines.slice(begin + 1);
  const end = body.findIndex((line) => line.trimEnd() === '*** End Patch');
  if (0 <= end) return body.slice(0, end);
  // Blank lines at the end of a torn patch are the text's, not a hunk's.
  const last = body.findLastIndex((line) => line.trim() !== '');
  return body.slice(0, last + 1);
}

function readLine(file: OpenFile, line: string, header: string): OpenFile {
  if (file.verb === 'Add') {
    if (line.startsWith('+')) file.added.push(`${line.slice(1)}\n`);
    return file;
  }
  if (file.verb === 'Delete') return file;
  const [, movedTo] = MOVE.exec(header) ?? [];
  if (movedTo !== undefined) return { ...file, movedTo: movedTo.trim() };
  if (header === '*** End of File') return closeHunk(file, 'end-of-file');
  if (line.startsWith('\\')) return file;
  const [mark] = line;
  const rest = `${line.slice(1)}\n`;
  if (mark === '+') file.hunk.new.push(rest);
  else if (mark === '-') file.hunk.old.push(rest);
  else if (mark === ' ' || header === '') {
    // Models leave the blank off an empty line.
    const context = header === '' && mark !== ' ' ? `${line}\n` : rest;
    file.hunk.old.push(context);
    file.hunk.new.push(context);
  } else return closeHunk(file, 'inside');
  return file;
}

function closeHunk(file: OpenFile, where: 'inside' | 'end-of-file'): OpenFile {
  const before = file.hunk.old.join('');
  const after = file.hunk.new.join('');
  const isAtEnd = where === 'end-of-file' && before !== '' && after !== '';
  if (before !== after) {
    file.changes.push(
      isAtEnd
        ? { old: withoutLastEnd(before), new: withoutLastEnd(after) }
        : { old: before, new: after },
    );
  }
  return { ...file, hunk: newHunk() };
}

function closeFile(open: OpenFile | undefined): AgentFile | undefined {
  if (open === undefined || !isUsablePath(open.path)) return undefined;
  const { verb, path, movedTo, added } = open;
  if (verb === 'Add') return agentFile({ path, op: 'create', content: added.join('') });
  if (verb === 'Delete') return agentFile({ path, op: 'delete' });
  const { changes } = closeHunk(open, 'inside');
  return movedTo === undefined || !isUsablePath(movedTo)
    ? agentFile({ path, op: 'update', changes })
    : agentFile({ path: movedTo, from: path, op: 'update', changes });
}

function withoutLastEnd(text: string): string {
  return text.replace(/\r?\n$/, '');
}
