import type { Code } from '../code/code.ts';
import { methodOf, plainText } from '../code/say.ts';
import type { Range } from '../text/range.ts';
import { isEcmascript } from './languageId.ts';
import type { RuleContext } from './rule.ts';

/** A module that code loads when it runs, where it is named. */
export interface TakenModule {
  readonly module: string;
  readonly at: Range;
  /** It is only the beginning of a path, and may be a name of the file's own. */
  readonly isPath?: true;
}

/** Made-up projects are what such folders hold. */
const MADE_UP =
  /(?:^|\/)(?:fixtures?|__fixtures__|testdata|test-data|__mocks__|snapshots?|templates?)\//;
/** A condition that asks what there is: the import behind it may well be missing. */
const ASKS_WHAT_IS_THERE =
  /TYPE_CHECKING|version_info|sys\.platform|os\.name|find_spec|\bHAS_|\bPY[23]\b/;

/**
 * The modules that a block takes in, without those that it can do without: types, what is tried, what
 * stands under a condition that asks for it.
 */
export function* takenModules(context: RuleContext): Generator<TakenModule> {
  const { view, language, path } = context;
  if (MADE_UP.test(path) || /\.d\.[cm]?ts$/.test(path)) return;
  for (const one of view.all('import')) {
    const isTypes = one.isTypeOnly || (isEcmascript(language) && takesTypesOnly(view.textOf(one)));
    if (!isTypes && isNeeded(context, one)) yield { module: one.module, at: one };
  }
  if (isEcmascript(language)) yield* loadedModules(context);
  if (language === 'rust') yield* namedCrates(context);
}

/** `require` and `import` called as functions. */
function* loadedModules(context: RuleContext): Generator<TakenModule> {
  for (const call of context.view.all('call')) {
    const { callee } = call;
    if (callee.kind !== 'name' || !/^(?:require|import)$/.test(callee.name)) continue;
    const module = plainText(call.args[0]);
    if (module !== undefined && isNeeded(context, call)) yield { module, at: call };
  }
}

/** `rand::random()` names a crate without taking it in. */
function* namedCrates(context: RuleContext): Generator<TakenModule> {
  const { view, outline } = context;
  const locals = new Set(outline.imports.flatMap(({ names }) => names.map(({ local }) => local)));
  for (const member of view.all('member')) {
    const { object } = member;
    if (object.kind !== 'name' || !isCrateName(object.name) || locals.has(object.name)) continue;
    if (!view.text.startsWith('::', object.end) || isQuoted(context, member)) continue;
    yield { module: object.name, at: member, isPath: true };
  }
  for (const one of view.all('function', 'declare')) {
    const end = one.kind === 'function' ? one.body?.start : one.value?.start;
    const isTyped = one.kind === 'function' || one.type !== undefined;
    if (!isTyped || isQuoted(context, one)) continue;
    for (const { name, at } of cratesOfTypes(view.text, one.start, end ?? one.end)) {
      if (isCrateName(name) && !locals.has(name)) yield { module: name, at, isPath: true };
    }
  }
}

/** Crates that the types of a signature or a variable name: `-> bytes::Bytes`. */
function* cratesOfTypes(
  text: string,
  start: number,
  end: number,
): Generator<{ readonly name: string; readonly at: Range }> {
  // What stands before the first type may be a comment or an attribute.
  const signature = text.slice(start, end);
  const first = signature.search(/\bfn\s|:/);
  if (first < 0) return;
  for (const match of signature
    .slice(first)
    .matchAll(/(?:(?<!:):|[<(&,>])\s*(?:mut\s|dyn\s)?(?<!::)([a-z]\w*)::(?=\w)/g)) {
    const name = match[1];
    const from = start + first + match.index + match[0].indexOf(name ?? '');
    if (name !== undefined && !signature.includes('//'))
      yield { name, at: { start: from, end: from + name.length } };
  }
}

/** Farther back than this no statement in a macro begins. */
const MAX_BACK = 300;

/** Code that a macro writes for elsewhere, and `use` inside a macro, which is read word by word. */
function isQuoted({ view }: RuleContext, code: Code): boolean {
  const before = view.text.slice(Math.max(0, code.start - MAX_BACK), code.start);
  if (/\buse\s[^;]*$/.test(before)) return true;
  return view
    .around(code)
    .some(
      (one) => one.kind === 'call' && /^(?:quote|quote_spanned|parse_quote)!?$/.test(methodOf(one)),
    );
}

/** Types of the language, and tools that attributes speak to, are no crates. */
const NO_CRATE =
  /^(?:[iu](?:8|16|32|64|128|size)|f(?:16|32|64|128)|bool|char|str|clippy|diagnostic|miri|rustc|rustdoc|rustfmt)$/;

function isCrateName(name: string): boolean {
  return /^[a-z]\w*$/.test(name) && !NO_CRATE.test(name);
}

/** `import { type A, type B } from 'x'`. */
function takesTypesOnly(text: string): boolean {
  const inner = /^import\s*\{([^}]*)\}/.exec(text)?.[1];
  if (inner === undefined) return false;
  const names = inner.split(',').filter((name) => name.trim() !== '');
  return 0 < names.length && names.every((name) => /^\s*type\s/.test(name));
}

function isNeeded({ view }: RuleContext, code: Code): boolean {
  for (const around of view.around(code)) {
    if (around.kind === 'try') return false;
    if (
      around.kind === 'if' &&
      around.condition &&
      ASKS_WHAT_IS_THERE.test(view.textOf(around.condition))
    ) {
      return false;
    }
    // A dynamic import with a `catch` behind it.
    if (around.kind === 'member' && around.name === 'catch') return false;
  }
  return true;
}
