import { childrenOf } from '../../code/childrenOf.ts';
import type { Body, Code, Jump, Loop, Switch } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import { calleeOf } from '../../code/say.ts';
import type { LanguageId } from '../languageId.ts';

/** Calls that nothing comes back from. */
const ENDS =
  /^(?:process\.exit|process\.abort|sys\.exit|os\._exit|os\.Exit|log\.Fatal(?:f|ln)?|log\.Panic(?:f|ln)?|runtime\.Goexit|panic|panic!|unreachable!|std\.process\.exit|process\.exit|System\.exit|Environment\.(?:Exit|FailFast)|(?:std\.)?(?:abort|terminate|exit|_Exit|quick_exit)|die|exit!|Kernel\.(?:exit!?|abort|throw|raise|fail)|Deno\.exit)$/;
/** Ruby's, which need no brackets. */
const ENDS_RUBY = /^(?:exit|abort|throw|raise|fail)$/;
const MAX_DEPTH = 20;
/** Nodes looked at for a way out of a loop. */
const MAX_NODES = 2_000;

/** Where a statement is, which its own text does not tell. */
export interface Place {
  readonly view: CodeView;
  readonly language: LanguageId;
}

/** What a statement does so that the one behind it is not reached: `returns`, `throws`, `ends the program`…; undefined where it may be. */
export function leaving(place: Place, statement: Code, depth = 0): string | undefined {
  switch (statement.kind) {
    case 'return':
      return statement.isImplicit ? ofImplicit(place, statement.value) : 'returns';
    case 'throw':
      return 'throws';
    case 'jump':
      return ofJump(statement);
    case 'expression':
      return ofValue(place, statement.value);
    case 'body':
      // By itself it may be a loop's `else` in Python, which is not always come to.
      return depth === 0 && place.language === 'python'
        ? undefined
        : lastOf(place, statement, depth);
    case 'if': {
      if (MAX_DEPTH < depth || !statement.otherwise) return undefined;
      const isLeft =
        lastOf(place, statement.whenTrue, depth) !== undefined &&
        leaving(place, statement.otherwise, depth + 1) !== undefined;
      return isLeft ? 'leaves in each branch' : undefined;
    }
    case 'switch':
      return ofSwitch(place, statement, depth);
    case 'loop':
      return isEndless(statement) && !isBrokenOut(place, statement)
        ? 'begins a loop without end'
        : undefined;
    case 'try': {
      if (MAX_DEPTH < depth) return undefined;
      const ways = [statement.body, ...statement.catches.map(({ body }) => body)];
      const isLeft =
        (statement.finally && lastOf(place, statement.finally, depth) !== undefined) ||
        ways.every((way) => lastOf(place, way, depth) !== undefined);
      return isLeft ? 'leaves in each branch' : undefined;
    }
    default:
      return undefined;
  }
}

function lastOf(place: Place, { statements }: Body, depth: number): string | undefined {
  const last = statements.at(-1);
  return last && leaving(place, last, depth + 1);
}

function ofJump({ word }: Jump): string {
  switch (word) {
    case 'break':
    case 'continue':
      return 'leaves the loop or branch';
    case 'goto':
      return 'goes on elsewhere';
    case 'redo':
    case 'retry':
      return 'begins again';
  }
}

/** Ruby's last statement, Rust's last expression. */
function ofImplicit(place: Place, value: Code | undefined): string | undefined {
  return value && (place.language === 'ruby' || place.language === 'rust')
    ? ofValue(place, value)
    : undefined;
}

function ofValue({ language }: Place, value: Code): string | undefined {
  const isRuby = language === 'ruby';
  if (isRuby && value.kind === 'name' && ENDS_RUBY.test(value.name)) return 'leaves for good';
  if (value.kind !== 'call') return undefined;
  const callee = calleeOf(value);
  if (isRuby && ENDS_RUBY.test(callee)) return 'leaves for good';
  return ENDS.test(callee) ? 'ends the program' : undefined;
}

function ofSwitch(place: Place, one: Switch, depth: number): string | undefined {
  const { cases, isExhaustive } = one;
  if (MAX_DEPTH < depth) return undefined;
  // Go's `select {}`.
  if (cases.length === 0)
    return /^select\b/.test(place.view.textOf(one)) ? 'waits for ever' : undefined;
  if (!isExhaustive && cases.every(({ tests }) => 0 < tests.length)) return undefined;
  const isLeft = cases.every(
    ({ body }, i) =>
      (i < cases.length - 1 && isFallingOn(place, body)) ||
      lastOf(place, body, depth) !== undefined,
  );
  return isLeft && !isBrokenOut(place, one) ? 'leaves in each branch' : undefined;
}

/** An empty branch of C's kind, and Go's `fallthrough`, go on with the next branch. */
function isFallingOn({ view, language }: Place, body: Body): boolean {
  if (language === 'go') return /\bfallthrough\s*$/.test(view.textOf(body));
  return body.statements.length === 0 && !/^(?:rust|ruby|python)$/.test(language);
}

function isEndless({ form, condition }: Loop): boolean {
  switch (form) {
    case 'forever':
      return true;
    case 'count':
      return condition === undefined;
    case 'while':
    case 'do':
      return (
        (condition?.kind === 'constant' && condition.value === true) ||
        (condition?.kind === 'number' && condition.value === 1)
      );
    case 'each':
      return false;
  }
}

/** Languages in which `break` leaves a switch; in the others it leaves the loop around. */
const BREAKS_SWITCH = /^(?:typescript|tsx|javascript|java|csharp|cpp|php|go)$/;

/** Whether something in a loop or switch may go on behind it; also where that cannot be told. */
function isBrokenOut({ view, language }: Place, one: Loop | Switch): boolean {
  const text = view.textOf(one);
  // A macro may hold anything.
  if (language === 'cpp' && /\b[A-Z][A-Z\d_]{2,}\s*\(/.test(text)) return true;
  let nLeft = text.match(/\b(?:break|last|goto)\b/g)?.length ?? 0;
  if (nLeft === 0 && language !== 'php') return false;
  const nodes: { readonly code: Code; readonly isOwn: boolean }[] = [{ code: one, isOwn: true }];
  let nSeen = 0;
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    const { code, isOwn } = node;
    if (MAX_NODES < nSeen++) return true;
    if (code.kind === 'jump') {
      const isPlain = /^\w+;?$/.test(view.textOf(code).trim());
      const isLeaving = code.word === 'break' || (language === 'php' && code.word === 'continue');
      if ((isLeaving && (isOwn || !isPlain)) || code.word === 'goto') return true;
      if (code.word === 'break') nLeft--;
    }
    const isOthers =
      code !== one &&
      (code.kind === 'loop' ||
        code.kind === 'function' ||
        (code.kind === 'switch' && BREAKS_SWITCH.test(language)));
    for (const child of childrenOf(code)) nodes.push({ code: child, isOwn: isOwn && !isOthers });
  }
  // One that the reader did not tell is in a macro, or only in words.
  return 0 < nLeft;
}
