import {
  baseName,
  type Dependency,
  dependency,
  linesOf,
  type ManifestFormat,
  manifestOf,
} from '../manifest.ts';

const BLOCK = /^\s*(\w+)\s*\(\s*(?:\/\/.*)?$/;
const STATEMENT = /^\s*(\w+)\s+(\S.*)$/;

/** Go's. What is only replaced is required somewhere too, so `replace` adds nothing. */
export const goMod: ManifestFormat = {
  ecosystem: 'go',
  matches: (path) => baseName(path) === 'go.mod',
  read(_path, text) {
    const dependencies: Dependency[] = [];
    const local = new Set<string>();
    let name: string | undefined;
    for (const { verb, words, start, end } of statementsOf(text)) {
      const [first = '', version = ''] = words.split(/\s+/);
      const path = unquoted(first);
      if (verb === 'module') name = path;
      if (verb === 'replace' && /=>\s*"?\.{1,2}\//.test(words)) local.add(path);
      if (verb !== 'require' || !/^v\d/.test(version)) continue;
      const isIndirect = /\/\/\s*indirect\b/.test(words);
      dependencies.push(dependency(path, { start, end }, { isIndirect }));
    }
    const known = dependencies.map((one) => ({ ...one, isLocal: local.has(one.name) }));
    return manifestOf(known, { name });
  },
};

/** The folders that a `go.work` takes together, as written. */
export function readGoWork(text: string): readonly string[] {
  return [...statementsOf(text)]
    .filter(({ verb }) => verb === 'use')
    .map(({ words }) => unquoted(words.split(/\s+/)[0] ?? ''));
}

/** The module paths that a `go.sum` has hashes of. */
export function readGoSum(text: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { line } of linesOf(text)) {
    const [name, version] = line.trim().split(/\s+/);
    if (name !== undefined && version !== undefined) names.add(name);
  }
  return names;
}

interface Statement {
  readonly verb: string;
  readonly words: string;
  readonly start: number;
  readonly end: number;
}

function* statementsOf(text: string): Generator<Statement> {
  let block: string | undefined;
  for (const { line, start } of linesOf(text)) {
    const bare = line.replace(/^\s*\/\/.*/, '');
    if (block !== undefined && /^\s*\)/.test(bare)) {
      block = undefined;
      continue;
    }
    const opened = BLOCK.exec(bare)?.[1];
    if (opened !== undefined) {
      block = opened;
      continue;
    }
    const statement = block === undefined ? STATEMENT.exec(bare) : undefined;
    const verb = block ?? statement?.[1];
    const words = (statement?.[2] ?? bare).trim();
    if (verb === undefined || words === '') continue;
    const from = start + line.indexOf(words);
    yield { verb, words, start: from, end: from + words.length };
  }
}

function unquoted(words: string): string {
  return words.replace(/^["`]|["`]$/g, '');
}
