import { line, type LineSpan } from './suite.ts';

/** The code of one `expect_offense` or `expect_no_offenses`. */
export interface RubocopCase {
  readonly text: string;
  /** None where nothing is to be reported. */
  readonly expected: readonly LineSpan[];
}

export interface RubocopSpec {
  readonly cases: readonly RubocopCase[];
  /** Cases with pieces that only a run of the spec would tell. */
  readonly nUnread: number;
}

/** Values of the names that a spec puts into its code. */
type Names = Readonly<Record<string, string>>;

const EXPECTS = /\bexpect_(offense|no_offenses)\(/g;
const HEREDOC = /^(?:(\w+)\()?<<([~-])('?)RUBY\3((?:\)|, *[\w']+(?:\.rb')?(?:: *\w+)?)*)$/;
/** A line below code that tells what is reported of it. */
const MARK = /^\s*(?:\^+|\^\{\})(?: |$)/;
const MAX_EACH = 60;

/** Reads what a spec expects of code that it writes out; loops over lists of words are followed. */
export function readRubocopSpec(spec: string): RubocopSpec {
  const lines = spec.split('\n');
  const cases: RubocopCase[] = [];
  let nUnread = 0;
  for (const { index, 0: call, 1: kind } of spec.matchAll(EXPECTS)) {
    const at = spec.slice(0, index).split('\n').length - 1;
    const rest = spec.slice(index + call.length).split('\n')[0] ?? '';
    const template = templateOf(lines, at, rest);
    const texts =
      template &&
      namesAt(lines, at)
        .slice(0, MAX_EACH)
        .map((names) => filled(template, names));
    if (!texts) nUnread++;
    for (const text of texts ?? []) {
      if (text === undefined) nUnread++;
      else if (kind === 'offense') cases.push(unmarked(text));
      else cases.push({ text, expected: [] });
    }
  }
  return { cases, nUnread };
}

interface Template {
  readonly text: string;
  /** Written in quotes, in which nothing is put. */
  readonly isPlain: boolean;
  /** `variable: variable`: names that are written as `%{variable}` in the code. */
  readonly given: readonly (readonly [string, string])[];
}

function templateOf(lines: readonly string[], at: number, rest: string): Template | undefined {
  const short = /^'([^'\\]+)'\)$/.exec(rest);
  if (short?.[1] !== undefined) return { text: `${short[1]}\n`, isPlain: true, given: [] };
  const head = HEREDOC.exec(rest);
  if (!head) return undefined;
  const [, wrapper, dash, quote, more = ''] = head;
  const body = heredocFrom(lines, at + 1, 'RUBY', dash === '~');
  const text = wrapper === undefined ? body : wrapped(lines, wrapper, body);
  if (text === undefined) return undefined;
  const given = [...more.matchAll(/(\w+): *(\w+)/g)].map(
    ([, name = '', value = '']) => [name, value] as const,
  );
  return { text, isPlain: quote === "'", given };
}

function heredocFrom(
  lines: readonly string[],
  from: number,
  word: string,
  isDedented: boolean,
): string {
  const length = lines.slice(from).findIndex((each) => each.trim() === word);
  const body = lines.slice(from, from + Math.max(0, length));
  const indents = body
    .filter((each) => each.trim() !== '')
    .map((each) => each.length - each.trimStart().length);
  const indent = isDedented ? Math.min(...indents, 80) : 0;
  return body.map((each) => `${each.slice(indent)}\n`).join('');
}

/** `def wrap(str)` with a `head` and a `tail`: what it puts around the code. */
function wrapped(lines: readonly string[], name: string, body: string): string | undefined {
  const at = lines.findIndex((each) => each.trim().startsWith(`def ${name}(`));
  if (at < 0) return undefined;
  const part = (word: string): string | undefined => {
    const i = lines.findIndex((each, j) => at < j && each.trim() === `${word} = <<~RUBY`);
    return i < 0 ? undefined : heredocFrom(lines, i + 1, 'RUBY', true);
  };
  const head = part('head');
  const tail = part('tail');
  if (head === undefined || tail === undefined) return undefined;
  return `${head}${body.replace(/^(?=.)/gm, '    ')}${tail}`;
}

/** One for each turn of the loops and each use of the shared examples around a line. */
function namesAt(lines: readonly string[], at: number): readonly Names[] {
  let all: readonly Names[] = [{}];
  for (let i = at - 1, indent = indentOf(lines[at]); 0 <= i && 0 < indent; i--) {
    const text = lines[i] ?? '';
    if (text.trim() === '' || indent <= indentOf(text)) continue;
    indent = indentOf(text);
    const more = namesOf(lines, i);
    if (more.length !== 0) {
      all = all.flatMap((names) => more.map((each) => ({ ...each, ...names })));
    }
  }
  return all;
}

function indentOf(text = ''): number {
  return text.length - text.trimStart().length;
}

function namesOf(lines: readonly string[], at: number): readonly Names[] {
  const text = lines[at] ?? '';
  const loop = /\.each do \|(\w+)\|$/.exec(text);
  if (loop?.[1] !== undefined) {
    const name = loop[1];
    const from = text.includes('[') ? at : startOfList(lines, at);
    return wordsIn(lines.slice(from, at + 1).join(' ')).map((word) => ({ [name]: word }));
  }
  const shared = /shared_examples(?:_for)?\(?\s*['"](.+?)['"]\)?\s+do \|(.+)\|$/.exec(text);
  if (!shared) return [];
  const [, title = '', params = ''] = shared;
  const names = params.split(',').map((each) => each.trim().replace(/:$/, ''));
  return lines.flatMap((each, i) => {
    const use =
      /^\s*(?:it_behaves_like|include_examples|it_should_behave_like)\(?\s*['"](.+?)['"], *(.*?)\)?$/.exec(
        each,
      );
    if (use?.[1] !== title) return [];
    const given = (use[2] ?? '').split(/, */);
    return namesAt(lines, i).flatMap((around) => {
      const values = given.map((value) => valueOf(value, around));
      if (values.length !== names.length || values.includes(undefined)) return [];
      return [Object.fromEntries(names.map((name, j) => [name, values[j] ?? '']))];
    });
  });
}

function startOfList(lines: readonly string[], at: number): number {
  let i = at - 1;
  while (0 < i && !/\[\s*$/.test(lines[i] ?? '')) i--;
  return i;
}

/** `%w[a b]`, `%i[a b]`, `['a', :b, 1]`. */
function wordsIn(text: string): readonly string[] {
  const [, kind = '', inside = ''] = /(%[wi])?\[(.*)\]/.exec(text) ?? [];
  if (kind !== '') return inside.split(/\s+/).filter((word) => word !== '');
  return inside.split(',').flatMap((each) => valueOf(each.trim(), {}) ?? []);
}

function valueOf(text: string, names: Names): string | undefined {
  const quoted = /^(?:'([^']*)'|"([^"\\#]*)"|:(\w+[?!]?)|(\d+(?:\.\d+)?))$/.exec(text);
  if (quoted) return quoted.slice(1).find((each) => each !== undefined);
  return Object.hasOwn(names, text) ? names[text] : undefined;
}

/** The code of a case; undefined where a piece of it is not known. */
function filled({ text, isPlain, given }: Template, names: Names): string | undefined {
  let code = text;
  if (!isPlain) {
    let isKnown = true;
    code = code
      .replace(/(?<!\\)#\{([^}]*)\}/g, (_, name: string) => {
        const value = valueOf(name, names);
        if (value === undefined) isKnown = false;
        return value ?? '';
      })
      .replace(/\\(.)/g, (_, sign: string) => (sign === 'n' ? '\n' : sign === 't' ? '\t' : sign));
    if (!isKnown) return undefined;
  }
  for (const [name, from] of given) {
    const value = valueOf(from, names);
    if (value === undefined) return undefined;
    code = code
      .replaceAll(`%{${name}}`, value)
      .replaceAll(`^{${name}}`, '^'.repeat(value.length))
      .replaceAll(`_{${name}}`, ' '.repeat(value.length));
  }
  return code;
}

function unmarked(marked: string): RubocopCase {
  const lines: string[] = [];
  const found = new Set<number>();
  for (const each of marked.split('\n')) {
    if (MARK.test(each)) found.add(lines.length);
    else lines.push(each);
  }
  return { text: lines.join('\n'), expected: [...found].map(line) };
}
