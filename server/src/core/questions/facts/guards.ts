import type { Call, Code, If } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import { methodOf } from '../../code/say.ts';
import type { Range } from '../../text/range.ts';
import { keyOf } from '../compare.ts';
import { isCheckMark, isCheckName } from './checkNames.ts';
import { atomsOf, isExit, leaves, type Atom } from './conditions.ts';
import { functionOf, marksOf } from './header.ts';

/** A condition that keeps something out. */
export interface Guard {
  readonly atom: Atom;
  /** The whole statement. */
  readonly statement: Code;
  /** What it lets through, or what follows it: the code that it keeps safe. */
  readonly guarded: readonly Code[];
  /** It leaves where its condition says so; else it holds the work. */
  readonly isLeaving: boolean;
  /** The key of the condition and of the statement before it: tells equal conditions apart. */
  readonly placeKey: string;
}

/** Conditions that leave where something is wrong, and those around work that must not be done else. */
export function guardsOf(view: CodeView): readonly Guard[] {
  return [...ifGuards(view), ...inlineGuards(view)];
}

function ifGuards(view: CodeView): Guard[] {
  return view.all('if').flatMap((one) => {
    const isLeaving = leaves(one.whenTrue);
    if (!isLeaving && one.otherwise !== undefined && !isElseOnly(one)) return [];
    const guarded = isLeaving ? view.after(one) : one.whenTrue.statements;
    return guardsFrom(view, one, one.condition, guarded, isLeaving);
  });
}

/** `if (ok) { work } else { leave }`. */
function isElseOnly({ otherwise }: If): boolean {
  return otherwise?.kind === 'body' && leaves(otherwise);
}

/** `a or return`, `a ?? throw b`, `a || die()`. */
function inlineGuards(view: CodeView): Guard[] {
  return view.all('binary').flatMap((one) => {
    const isEither = one.operator === '||' || one.operator === '??' || one.operator === '&&';
    if (!isEither || !isExit(one.right)) return [];
    return guardsFrom(view, view.statementOf(one), one.left, view.after(one), true);
  });
}

function guardsFrom(
  view: CodeView,
  statement: Code,
  condition: Code,
  guarded: readonly Code[],
  isLeaving: boolean,
): Guard[] {
  const beforeKey = keyBefore(view, statement);
  return atomsOf(view, condition).map((atom) => ({
    atom,
    statement,
    guarded,
    isLeaving,
    placeKey: `${beforeKey} | ${atom.key}`,
  }));
}

function keyBefore(view: CodeView, statement: Code): string {
  const parent = view.parentOf(statement);
  if (parent?.kind !== 'body') return '';
  const at = parent.statements.indexOf(statement);
  const before = parent.statements[at - 1];
  return before ? keyOf(view, before) : '';
}

/** Calls that check, by their names. */
export function checkCalls(view: CodeView): readonly Call[] {
  return view.all('call').filter((call) => {
    const parent = view.parentOf(call);
    const isMark = parent?.kind === 'function' || parent?.kind === 'class';
    return !isMark && isCheckName(methodOf(call));
  });
}

/** A check that stands as a mark, or as a name handed to a router. */
export interface NamedCheck extends Range {
  readonly name: string;
  readonly text: string;
}

/** Marks of the block's function that check before it runs: `@login_required`, `[Authorize]`, `@Valid`. */
export function checkMarks(view: CodeView): readonly NamedCheck[] {
  const code = functionOf(view);
  if (!code) return [];
  return marksOf(view, code)
    .filter(({ name }) => isCheckMark(name))
    .map(({ name, text, start }) => ({ name, text, start, end: start + text.length }));
}

/** Checks handed to a router by name: `app.get('/x', requireUser, show)`, `before_action :authenticate`. */
export function handedChecks(view: CodeView): readonly NamedCheck[] {
  return view.all('call').flatMap(({ args, callee, start, end }) => {
    const isFilter = FILTERS.test(view.flat(callee).split(/[.:>]/).at(-1) ?? '');
    return args.flatMap((arg) => {
      const name = arg.kind === 'name' ? arg.name : wordIn(view, arg, isFilter);
      const isCheck = name !== undefined && (isCheckName(name) || HANDED.test(name));
      return isCheck ? [{ name, text: name, start, end }] : [];
    });
  });
}

const FILTERS = /^(?:before_action|before_filter|before|middleware|use|add_middleware|UseGuards)$/;
const HANDED = /^(?:auth|is_?auth|ensure|limiter|admin_?only|login|protect|guard)/i;

/** A filter's name is written as a text or a symbol. */
function wordIn(view: CodeView, arg: Code, isFilter: boolean): string | undefined {
  if (!isFilter || arg.kind === 'function' || arg.kind === 'dict') return undefined;
  return /^[:'"]?([A-Za-z_]\w*)[!?]?['"]?$/.exec(view.flat(arg))?.[1];
}
