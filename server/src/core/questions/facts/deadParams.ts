import type { Code, FunctionCode, Param } from '../../code/code.ts';
import { doneIn } from '../../code/say.ts';
import type { RuleContext } from '../rule.ts';
import { functionName } from './functionName.ts';
import { isMeantEmpty, isOverride } from './meantEmpty.ts';
import { readersOf } from './readers.ts';
import { isLiteral } from './repeatable.ts';

const WORD = /[\p{L}_$][\p{L}\p{N}_$]*/gu;
/** Functions that others call, with what those have to give. */
const CALLED_BACK =
  /^(?:on|handle|visit|main|test|setup|teardown|init|configure|register|accept|use|notify|before|after|did|will|should|component|pre|post|enter|exit|leave|invoke|call|callback|reducer|mapStateTo|get(?:Server|Static|Initial)|middleware|hook|plugin|compare|emit|do_upgrade|upgrade|downgrade|migrate)(?=[A-Z_]|$)|^__\w+__$|^(?:foreach|Q_FOREACH|BOOST_FOREACH)$|(?:handler|callback|listener|middleware|hook|plugin|reducer|visitor|cb|fn|resolver|guard|interceptor|view|command|factory|provider|stub|mock|noop|compat|adapter)s?$/i;
/** What is handed over whether it is needed or not. */
const HANDED_OVER =
  /^(?:_.*|unused\w*|ignored?\w*|dummy|self|cls|this|args?|argv|argc|kwargs|ctx|context|c|req|request|r|res|resp|response|w|next|done|event|e|ev|evt|err|error|sender|props|ref|state|action|env|node|t|i|idx|index|key|k|v|parent|app|server|instance|obj|object|a|b|n|signal|frame|signum|hint|memo|loc|interpreter|engine|compiler|attrs?|element|el|callback|cb|fn)$/i;

/** Parameters that a function does not look at, where nothing else can have asked for them. */
export function* deadParams(context: RuleContext, fn: FunctionCode): Iterable<Param> {
  const { view, language } = context;
  const name = functionName(view, fn);
  if (!fn.body || name === undefined || !isOwn(context, fn) || CALLED_BACK.test(name)) return;
  if (!works(fn) || isMeantEmpty(context, fn) || isPassedOn(context, name)) return;
  const { isRead, isReadByName } = readersOf(view, fn, language);
  // `super` alone passes them all on.
  if (language === 'ruby' && /\bsuper\b(?!\s*\()/.test(view.textOf(fn.body))) return;
  if (isOutOfClass(context, fn) || isOneOfKind(context, fn)) return;
  if (isReadByName || /\barguments\b|func_get_args/.test(view.textOf(fn.body))) return;
  for (const param of fn.params) {
    if (param.name === undefined || param.isRest || 0 < param.decorators.length) continue;
    if (HANDED_OVER.test(param.name) || isRead(param.name)) continue;
    const words = view.textOf(param);
    // TypeScript's and PHP's `private name` is a field; what goes out is written to.
    if (/^\s*(?:private|public|protected|readonly|override|ref|out)\b|\bunused\b/.test(words))
      continue;
    const isOut = /[&*]/.test(words) && !/\bconst\b/.test(words);
    if (isOut && /^(?:cpp|php)$/.test(language)) continue;
    yield param;
  }
}

/** C++'s `bool Module::Validate(…)`: whether it is virtual, another file says. */
function isOutOfClass({ view, language }: RuleContext, fn: FunctionCode): boolean {
  if (language !== 'cpp' || !fn.body) return false;
  const signature = view.text.slice(fn.start, fn.body.start);
  return /\w::~?\w+\s?$/.test(signature.slice(0, Math.max(0, signature.indexOf('('))));
}

/** Another function of the file takes the same: one of them is picked and called. */
function isOneOfKind({ outline, language }: RuleContext, fn: FunctionCode): boolean {
  if (!/^(?:javascript|typescript|tsx|python|php|ruby)$/.test(language) || fn.params.length < 2)
    return false;
  const [lead = ''] = /^[$_]+/.exec(fn.name ?? '') ?? [];
  if (lead === '') return false;
  const words = fn.params.map(({ name }) => name).join();
  return outline.functions.some(
    (one) =>
      one.name !== fn.name &&
      one.name?.startsWith(lead) === true &&
      one.params.map(({ name }) => name).join() === words,
  );
}

/** A function of the program's own making, whose parameters nobody else decides. */
function isOwn(context: RuleContext, fn: FunctionCode): boolean {
  const { view, language } = context;
  if (fn.form === 'constructor' || fn.form === 'accessor' || fn.form === 'block') return false;
  if (0 < fn.decorators.length || isOverride(context, fn)) return false;
  // Which interfaces a method of Go fits, its text does not say.
  if (language === 'go' && fn.receiver) return false;
  if (fn.form === 'lambda') {
    const parent = view.parentOf(fn);
    return parent?.kind === 'declare' && parent.type === undefined;
  }
  const owner = view.enclosing(fn, 'class');
  if (!owner) return view.parentOf(fn)?.kind !== 'entry' && view.parentOf(fn)?.kind !== 'assign';
  if (/^(?:interface|trait|object)$/.test(owner.form) || owner.modifiers.includes('abstract'))
    return false;
  return owner.bases.length === 0 || fn.modifiers.includes('private');
}

/** It does something with what it is given: a body that only gives a value or fails is a stand-in. */
function works({ body, params }: FunctionCode): boolean {
  const [only, ...more] = body?.statements ?? [];
  if (!body || !only || only.kind === 'throw') return false;
  if (more.length === 0 && only.kind === 'return' && (!only.value || isLiteral(only.value)))
    return false;
  const names = new Set(params.map(({ name }) => name));
  let isUsed = false;
  let isAnswered = false;
  for (const node of doneIn(body)) {
    if (node.kind === 'name' && names.has(node.name)) isUsed = true;
    if (node.kind === 'return' && node.value) isAnswered = true;
    if (node.kind === 'throw' && more.length === 0) return false;
  }
  return isUsed && (isAnswered || 1 < body.statements.length);
}

const known = new WeakMap<Code, ReadonlySet<string>>();

/** Whether the file mentions a function without calling it: then somebody else calls it. */
function isPassedOn({ view }: RuleContext, name: string): boolean {
  const found = known.get(view.top) ?? mentioned(view.text);
  known.set(view.top, found);
  return found.has(name);
}

function mentioned(text: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const rest = text.slice(index + word.length, index + word.length + 3);
    const lead = text.slice(Math.max(0, index - 16), index);
    const isCalled = /^\s?[(<!]|^\??\.?\(/.test(rest);
    const isNamed =
      /(?:function|def|func|fn|const|let|var|default|export \{|import \{|\*|#|\/)\s*$/.test(lead) ||
      /^\s?=/.test(rest);
    if (!isCalled && !isNamed) names.add(word.replace(/^\$+/, ''));
  }
  return names;
}
