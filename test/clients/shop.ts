import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { aiFunction, recordAi } from '../support/aiText.ts';
import { CLI } from '../support/cli.ts';
import { ROOT } from '../support/golden.ts';
import { createTempRepo, type TempRepo } from '../support/tempRepo.ts';

/** The file that all clients open. Tabs and characters of two UTF-16 units stand before what is found. */
export const FILE = 'src/store.js';
export const SAVE = `export function saveAll(store, rows) {
\tconst face = '😀\t🐢', pad = require('left-pad-utils');
\tconst isName = (text) => '😀' < text && /^[A-z]+$/.test(text);
\ttry {
\t\tfor (const row of rows) if (isName(row)) store.write(pad(row), face);
\t} catch (error) {}
}
`;
export const CENTS = aiFunction('centsOf').replace('text: string): number', 'text)');
export const TEXT = `const one = 1;\n\n${SAVE}\n${CENTS}`;

/** What is found in it: rule or status, 0-based line, and the text that is underlined. */
export const FOUND: readonly Found[] = [
  { rule: 'unverified', line: 2, text: 'export function saveAll(store, rows) {' },
  { rule: 'missing-package', line: 3, text: "require('left-pad-utils')" },
  { rule: 'regex-semantics', line: 4, text: '/^[A-z]+$/' },
  { rule: 'swallowed-error', line: 7, text: 'catch (error) {}' },
  { rule: 'unverified', line: 10, text: 'export function centsOf(text) {' },
];
export const REPAIRED = TEXT.replace('A-z', 'A-Za-z');
export const COMMANDS = ['countersign.server.howToSign', 'countersign.history', 'countersign.why'];

export const SIGN_WORDS =
  'AI code in centsOf is unverified. Sign it off in a terminal: countersign sign src/store.js:11';
export const REVIEW_WORDS =
  'AI code in saveAll is unverified (2 questions). Sign it off in a terminal: countersign review src/store.js:3';

export const ACTIONS = [
  'Write `A-Za-z` (Countersign)',
  'Why does regex-semantics ask? (Countersign)',
  'How to sign off saveAll (Countersign)',
  'History of saveAll (Countersign)',
];
export const LENSES = [
  { line: 2, title: 'AI · github.copilot · unverified · 2 questions', command: COMMANDS[0] },
  { line: 10, title: 'AI · github.copilot · unverified', command: COMMANDS[0] },
];

export interface Found {
  readonly rule: string;
  /** 0-based. */
  readonly line: number;
  readonly text: string;
}

/** What was found, in the order of the text. */
export function inOrder(found: readonly Found[]): readonly Found[] {
  return found
    .map(({ rule, line, text }) => ({ rule, line, text }))
    .sort((a, b) => a.line - b.line);
}

/** A repository in which AI wrote two functions of one file, and `countersign` is on the PATH. */
export interface Shop extends TempRepo {
  readonly uri: string;
  /** What programs are started with here. */
  readonly env: Readonly<Record<string, string>>;
}

export function createShop(text = TEXT): Shop {
  const repo = createTempRepo({
    hasIdentity: true,
    files: { 'package.json': '{ "name": "shop" }\n', 'README.md': 'x\n' },
  });
  const file = repo.write(FILE, text);
  recordAi(repo.dir, FILE, text, [
    [3, 9],
    [11, 15],
  ]);
  const bin = join(repo.root, 'bin');
  mkdirSync(bin);
  symlinkSync(CLI, join(bin, 'countersign'));
  const env = { ...repo.env, PATH: `${bin}:${repo.env['PATH'] ?? ''}` };
  return { ...repo, env, uri: pathToFileURL(file).toString() };
}

/** A configuration as docs/other-editors.md shows it, by its first line. */
export function documented(firstLine: string): string {
  const page = readFileSync(join(ROOT, 'docs/other-editors.md'), 'utf8');
  const blocks = [...page.matchAll(/^```\w+\n([\s\S]*?)^```$/gm)].map(([, code]) => code ?? '');
  const found = blocks.find((code) => code.startsWith(firstLine));
  if (found === undefined)
    throw new Error(`docs/other-editors.md has nothing that begins with ${firstLine}`);
  return found;
}

/** Waits until no process of this id runs. */
export async function gone(pid: number): Promise<void> {
  while (isRunning(pid)) await new Promise((done) => setTimeout(done, 10));
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
