import type { Call, ClassCode, Code, FunctionCode, Throw } from '../../code/code.ts';
import type { CodeView, Comment } from '../../code/codeView.ts';
import { calleeOf, everythingIn, lastWord, plainText } from '../../code/say.ts';
import { functionName } from '../facts/functionName.ts';
import { isMeantEmpty, isOverride } from '../facts/meantEmpty.ts';
import { isTestCode } from '../facts/null/rust.ts';
import { promisesWork } from '../facts/promises.ts';
import { isLiteral } from '../facts/repeatable.ts';
import type { LanguageId } from '../languageId.ts';
import type { Rule, RuleContext, Trigger } from '../rule.ts';
import { inBackticks, shortened } from '../words.ts';
import { unfinishedExamples } from './examples/unfinishedExamples.ts';

/** Marks that somebody is to come back. */
const MARK = /^todo\s?:|\bfixme\b|^@?TODO\b|\b(?:TODO|FIXME)\b|^XXX:|^(?:WIP|TBD)\b|\bTBD[.!]?$/;
/** The same, followed by the work that is left: whatever else it says, that is not done. */
const MARKED_WORK =
  /^@?(?:todo|fixme|xxx)\b(?:\([^)]{0,40}\))?[\s:\-–]{0,4}(?:we |you |still )?(?:(?:need|have) to |to |actually |really |properly )?(?:implement|handle|validate|check|verify|send|save|persist|call|wire|connect|hook|integrate|complete|finish|fill|calculate|compute|notify|escape|saniti[sz]e|authenticate|authori[sz]e|encrypt|enforce|add (?:error|input|proper|real|actual|authenti|authori|valid|support|the |an? |logg|retr|pagina|rate|permission))/i;
/** Notes of what may be made better one day: the code is whole without it. */
const WISH =
  /\?|\b(?:remov|renam|mov|refactor|rework|drop|clean|deprecat|merg|unify|optimi[sz]|simplif|consider|investigat|re-?evaluate|better|nice|hack|faster|slow|once|when|after|if|maybe|could|perhaps|should|would|stable|version|upgrade|migrat|support for|bug|workaround|why|improv|ought|duplicat|convert|reus|performance|cache|memo|coverage|covered|TEST TEST|of tests|docs\b|document|descri|diagram|link to|dry\b|extract|separate|double.?check|inconsisten|interface|copied|looks like|allow\(\)|\bopt\)|can i\b|i(?:'|’)m\b|too deep|backward|figure out|look into)/i;
/** What stands where the code was to be. */
const HOLES: readonly RegExp[] = [
  /\b(?:your|actual|real|more|main|business)\s(?:\w{1,20}\s)?(?:code|logic|implementation)\s(?:goes|comes|is|would|will|should|here)\b/i,
  /\b(?:code|logic|implementation)\s(?:goes|comes|would go|will go)\s(?:here|in here)\b/i,
  /^(?:implement|put|write|insert|fill in|add)\s(?:your|the|an?|actual|real|more|code|logic|this|here|me)\b.{0,40}\b(?:here|later)\b/i,
  /^implement (?:me|this|it)\b/i,
  /\b(?:rest|remainder) of (?:the|your|this|my)\s(?:\w{1,20}\s)?(?:code|file|function|method|class|implementation|logic|component)\b.{0,20}$/i,
  /(?:\.\.\.(?!rest\b)|…|\.{3} rest\b)\s?\(?(?:your |the )?(?:existing|rest|other|remaining|more)\b/i,
  /^(?:other |the )?existing (?:code|implementation|logic|methods|imports)\b.{0,24}$/i,
  /\bnot (?:yet )?implemented(?: yet)?\b\s{0,2}[.!]?\s{0,2}$/i,
  /^(?:unimplemented|implementation (?:omitted|pending|needed))\b/i,
  /^(?:this is )?(?:just )?an? (?:placeholder|stub|dummy|mock(?:ed)? implementation|simplified (?:version|implementation))\b\s{0,2}(?:$|[:.!,;(-]|for (?:now|demo|the demo|testing)|until|implementation|function|method|value|that (?:always|just|only))/i,
  /^this is (?:just )?an? (?:placeholder|stub|simplified (?:version|implementation))\b/i,
  /\b(?:omitted|skipped|left out|stubbed|not shown)\b.{0,20}\bfor (?:brevity|simplicity|now|clarity)\b/i,
  /\bfor (?:demo|demonstration|illustration)(?: purposes?)?\b.{0,20}$/i,
  /^(?:here )?(?:this|it|you|we|here you|here we)\b.{0,16} would (?:normally|typically|usually|actually|be replaced|come from)\b/i,
  /\bleft as an exercise\b|\bto be (?:filled in|completed later|done later|added later|continued)\b/i,
  /^(?:add|put|place|write|insert) (?:your |the |actual |real |more |custom |business )?(?:\w{1,20} )?(?:code|logic|implementation|validation|processing) here\b/i,
  /^(?:placeholder|stub)\b\s{0,2}(?:$|[:.!,;(-]|for now|until|implementation|response|data|value|logic|function|method|only)/i,
  /\bplaceholder (?:implementation|logic|value|for now|until)\b/i,
  /\bin (?:an? )?(?:real|real-world|production|actual)(?: (?:app|application|implementation|system|scenario|environment|world|code|use))?,? (?:you|this|we|it) (?:would|should|must|need|might|'d)/i,
  /\bin (?:a )?(?:real|real-world|production) (?:app|application|implementation|system|scenario|environment)\b/i,
  /\bhard-?coded (?:for now|until)\b/i,
  /\b(?:dummy|mock|stub|fake|temporary) (?:implementation|logic|response|data)\b.{0,20}\b(?:for now|until)\b/i,
  /^(?:simulate|mock|fake) (?:the |an? )?(?:api|database|db|network|payment|server|http|backend|request|response|latency|delay|async|call|processing|email|saving|loading)\b(?! (?:error|failure))/i,
  /\bto be implemented\b(?! (?:by|for|in|as|to|on|with)\b)|^coming soon\b/i,
];
const NOW = /\bfor now\b|^temporar(?:y|ily)\b|\bfix (?:this )?later\b/i;
const DOTS = /^(?:\.{3}|…)$/;
const NOT_DONE =
  /^\W{0,3}(?:(?:todo|fixme)\b|implement (?:me|this)|your code here)|\bnot (?:yet )?(?:been )?implemented(?: yet)?\b|\bun-?implemented\b|\bto be implemented\b|^not supported yet/i;
/** In other words: the language has no such thing, or others are to do it. */
const OTHERS_DO =
  /\bno-?op\b|sub-?class|overrid|overload|abstract|must (?:be )?implement|should (?:be )?implement|platform|browser|backend|driver|adapter|on (?:windows|linux|mac)/i;
const ERRORS =
  /error|exception|problem|fail|panic|abort|fatal|die|reject|assert|throw|fmt\.Errorf|errors\.New|status|bail!|anyhow!|err/i;
const STUB_CALL = /^(?:todo!|unimplemented!|TODO|NotImplemented)$/;
const STUB_ERROR =
  /^(?:NotImplementedException|NotImplementedError|NotImplemented|UnimplementedError|NotYetImplementedException)$/;

/** Files of doubles, which are as empty as they need to be. */
const STAND_IN = /mock|fake|stub|dummy|examples?\/|fixtures?\/|\.stories\./i;

/** Something is still to be written. */
export const unfinished: Rule = {
  id: 'unfinished',
  row: 7,
  title: 'Code that is not finished',
  severity: 'normal',
  concern: 'logic',
  weight: 4,
  cwe: [1164, 546],
  kind: 'check',
  isOn: true,
  looksAround: true,
  absent: {},
  *find(context: RuleContext): Iterable<Trigger> {
    const { view } = context;
    if (context.isTest || STAND_IN.test(context.path)) return;
    for (const comment of view.comments) {
      const words = saidIn(view, comment);
      if (words !== undefined)
        yield { at: words.at, about: { what: 'says', words: inBackticks(shortened(words.text)) } };
    }
    for (const { value } of view.all('expression')) {
      // Python's comment on a function is a text.
      const docs = value.kind === 'text' ? { ...value, text: view.textOf(value) } : undefined;
      const words = docs && saidIn(view, docs);
      if (words !== undefined)
        yield { at: words.at, about: { what: 'says', words: inBackticks(shortened(words.text)) } };
    }
    for (const one of view.all('throw')) {
      if (isStubThrow(context, one)) {
        yield { at: one, about: { what: 'stub', words: nameAround(view, one) } };
      }
    }
    for (const call of view.all('call')) {
      if (isStubCall(context, call) && !isInRustTest(context, call))
        yield { at: call, about: { what: 'stub', words: nameAround(view, call) } };
    }
    for (const one of view.all('function')) yield* ofFunction(context, one);
  },
  ask: ({ what, words, line }) =>
    what === 'says'
      ? `Line ${line} says that something is still to be written: ${words}.`
      : what === 'stub'
        ? `Line ${line}: ${words} is not implemented.`
        : what === 'empty'
          ? `Line ${line}: ${words} does nothing yet.`
          : `Line ${line}: ${words} gives the same answer whatever it is given.`,
  obligations: ['happy'],
  page: {
    why: 'A generated answer often ends where the work begins: with a note, an empty function, or an error that says so. It compiles, and it looks done.',
    instead:
      'Have it written, or take it out until it is needed. Where nothing is to be done, say why in a comment.',
    sources: ['CWE-546, CWE-1164', 'Tambon et al. 2024: incomplete generation'],
  },
  examples: unfinishedExamples,
};

/** Rust's tests, and their doubles, stand in the file of what they test. */
function isInRustTest({ view, language }: RuleContext, call: Call): boolean {
  if (language !== 'rust') return false;
  return view
    .around(call)
    .some(
      (one) =>
        (one.kind === 'function' && isTestCode(view, one)) ||
        (one.kind === 'class' && /mock|fake|stub|dummy/i.test(one.name ?? '')),
    );
}

interface Said {
  readonly at: { readonly start: number; readonly end: number };
  readonly text: string;
}

/** The line of a comment that says that something is missing. */
function saidIn(view: CodeView, comment: Comment): Said | undefined {
  let start = comment.start;
  const lines = comment.text.split('\n');
  for (const line of lines) {
    const text = line.replace(/^[\s/*#!;<"'-]+/, '').replace(/\s*(?:\*+\/|-->|"""|''')?\s*$/, '');
    const end = start + line.length;
    if (text.length < 400 && isMissing(view, comment, text, lines.length)) {
      const lead = line.length - line.trimStart().length;
      return { at: { start: start + lead, end }, text: text === '' ? '...' : text };
    }
    start = end + 1;
  }
  return undefined;
}

function isMissing(view: CodeView, comment: Comment, text: string, nLines: number): boolean {
  if (MARKED_WORK.test(text) && !/\?/.test(text)) return true;
  if (MARK.test(text)) return nLines < 4 && !WISH.test(text);
  if (HOLES.some((hole) => hole.test(text))) return true;
  if (DOTS.test(text))
    return nLines === 1 && !isBeside(view, comment) && !isInLongComment(view, comment);
  return NOW.test(text) && isBesideAnswer(view, comment);
}

/** Whether code stands before or behind it on its line. */
function isBeside(view: CodeView, { start, end }: Comment): boolean {
  const { text } = view;
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const next = text.indexOf('\n', end);
  return before.trim() !== '' || text.slice(end, next < 0 ? undefined : next).trim() !== '';
}

/** Comments of one line each, before and behind it: an example is told there. */
function isInLongComment(view: CodeView, { start, end }: Comment): boolean {
  const { text } = view;
  const before = text.slice(0, text.lastIndexOf('\n', start - 1));
  const last = before.slice(before.lastIndexOf('\n') + 1);
  const [, next = ''] = text.slice(end, end + 300).split('\n');
  const isComment = /^\s*(?:#|\/\/)/;
  return isComment.test(last) && isComment.test(next);
}

/** `return true; // for now`, or the same in the line above. */
function isBesideAnswer(view: CodeView, comment: Comment): boolean {
  const line = view.lineOf(comment);
  return view.all('return').some((one) => {
    const at = view.lineOf(one);
    return (at === line || at === line + 1) && one.value !== undefined && isAnswer(one.value);
  });
}

/** A value that needs no work. */
function isAnswer(value: Code): boolean {
  if (isLiteral(value)) return true;
  switch (value.kind) {
    case 'list':
      return value.items.every((item) => isLiteral(item));
    case 'dict':
      return value.entries.length === 0;
    case 'call':
      return /^(?:Ok|Some|Err)$/.test(calleeOf(value)) && value.args.every((arg) => isAnswer(arg));
    case 'name':
      return /^(?:None|undefined|nullptr)$/.test(value.name);
    default:
      return false;
  }
}

function isStubThrow(context: RuleContext, one: Throw): boolean {
  const { value } = one;
  if (!value || isInBase(context, one)) return false;
  if (value.kind === 'call') return isStubError(context, one, value);
  // Ruby's `raise NotImplementedError, "refund"`
  const [error, why] = value.kind === 'group' ? value.items : [value];
  const said = plainText(why ?? error);
  if (said !== undefined && NOT_DONE.test(said)) return !OTHERS_DO.test(said);
  return error !== undefined && STUB_ERROR.test(lastWord(error)) && isOwnStub(context, one, why);
}

function isStubError(context: RuleContext, at: Code, error: Call): boolean {
  const name = lastWord(error.callee);
  const texts = error.args.map((arg) => (arg.kind === 'named' ? arg.value : arg));
  const said = texts.map((arg) => plainText(arg)).find((text) => text !== undefined);
  if (said !== undefined && NOT_DONE.test(said)) return !OTHERS_DO.test(said);
  // `NotImplementedError.new("refund")`
  const owner = error.callee.kind === 'member' ? lastWord(error.callee.object) : '';
  if (STUB_ERROR.test(name) || (name === 'new' && STUB_ERROR.test(owner)))
    return isOwnStub(context, at, texts[0]);
  if (name !== 'UnsupportedOperationException' || 0 < error.args.length) return false;
  const [fn] = context.view.around(at).filter((one) => one.kind === 'function');
  return (
    fn !== undefined &&
    !/UnsupportedOperationException|\bnot supported\b/.test(docsBefore(context.view, fn.start)) &&
    !isOverride(context, fn) &&
    promisesWork(fn.name ?? '') &&
    fn.decorators.length === 0
  );
}

/** Languages in which a base class says by that error what others are to write. */
const LEAVES_BY_ERROR: ReadonlySet<LanguageId> = new Set([
  ...(['python', 'ruby', 'typescript', 'tsx', 'javascript'] as const),
]);
/** It does what it does; more is not meant to be there. */
const REFUSES =
  /support|only|cannot|can't|can not|must|unknown|invalid|unexpected|does not|doesn't|not (?:allowed|available|possible)|require|should/i;

/** Whether "not implemented" is said of this very code, and not of what others are to write. */
function isOwnStub(context: RuleContext, at: Code, why: Code | undefined): boolean {
  if (context.language === 'csharp') return true;
  const said = why?.kind === 'text' ? why.parts.filter((part) => typeof part === 'string') : [];
  if (OTHERS_DO.test(said.join(' ')) || REFUSES.test(said.join(' '))) return false;
  return !LEAVES_BY_ERROR.has(context.language) || !isLeftToOthers(context, at);
}

/** What a base class leaves to others, it says by its name. */
function isInBase({ view }: RuleContext, at: Code): boolean {
  const around = view.around(at).find((one) => one.kind === 'class');
  return (
    around?.kind === 'class' && /base|abstract|interface|mock|stub|fake/i.test(around.name ?? '')
  );
}

/** A method that only raises is there for those that inherit it. */
function isLeftToOthers(context: RuleContext, at: Code): boolean {
  const [fn] = context.view.around(at).filter((one) => one.kind === 'function');
  const owner = fn && context.view.around(fn).find((one) => one.kind === 'class');
  if (fn?.kind !== 'function' || owner?.kind !== 'class') return false;
  // Where work is done before, the rest of it is what is missing.
  const [first, ...more] = fn.body?.statements.filter((one) => !isDocstring(one)) ?? [];
  if (0 < more.length && first !== at && more.at(-1) === at) return false;
  return !isConcrete(context, owner);
}

function isStubCall(context: RuleContext, call: Call): boolean {
  const { view } = context;
  const name = calleeOf(call);
  if (STUB_CALL.test(name) || isRefusedByServer(call)) return !isInBase(context, call);
  const parent = view.parentOf(call);
  // What is thrown has been looked at.
  if (parent?.kind === 'throw') return false;
  if (SAYS.test(name) && !/fatal|panic/i.test(name)) {
    const said = call.args.map((arg) => plainText(arg) ?? '');
    return said.some((text) => SAID_TO_USER.test(text) && !OTHERS_DO.test(text));
  }
  if (!ERRORS.test(name) || /describe|^it$|test/i.test(name)) return false;

  return call.args.some((arg) => {
    for (const one of everythingIn(arg)) {
      const said = one.kind === 'text' ? plainText(one) : undefined;
      if (said !== undefined && said.length < 80 && NOT_DONE.test(said) && !OTHERS_DO.test(said))
        return one.start < call.end && isNearest(view, one, call);
    }
    return false;
  });
}

const SAYS = /log|warn|info|debug|print|^puts$|echo|alert|toast|notify|showmessage|display/i;
/** What a screen or a log says instead of what was to be done. */
const SAID_TO_USER =
  /^\W{0,3}(?:(?:todo|fixme)\b|coming soon|not (?:yet )?implemented)|\b(?:is|are) (?:not (?:yet )?implemented|coming soon)(?: yet)?\W{0,3}$|\bnot implemented yet\W{0,3}$/i;
/** `res.status(501)`, `w.WriteHeader(http.StatusNotImplemented)`, `head :not_implemented` */
const ANSWERS =
  /^(?:status|sendStatus|send_status|writeHead|WriteHeader|setStatus|StatusCode|status_code|http_response_code|abort|abort!?|head|Error|HttpResponse|JsonResponse|JSONResponse|Response|json|JSON|jsonify|sendError|send_error|Problem|HTTPException|HttpException|abort_unless|build|status!)$/;
const STATUS_501 =
  /^(?:StatusNotImplemented|NOT_IMPLEMENTED|HTTP_501_NOT_IMPLEMENTED|SC_NOT_IMPLEMENTED|Status501NotImplemented|HTTP_NOT_IMPLEMENTED)$/;

function isRefusedByServer(call: Call): boolean {
  if (!ANSWERS.test(lastWord(call.callee))) return false;
  return call.args.some((arg) => {
    const value = arg.kind === 'named' ? arg.value : arg;
    if (value.kind === 'number') return value.value === 501;
    if (STATUS_501.test(lastWord(value))) return true;
    return plainText(value) === 'not_implemented' || plainText(value) === ':not_implemented';
  });
}

/** A class that does most of its work itself, and that nobody in the file extends. */
function isConcrete({ outline }: RuleContext, { name = '', bases, members }: ClassCode): boolean {
  if (
    0 < bases.length ||
    /base|abstract|interface|mixin|protocol|backend|driver|adapter/i.test(name)
  )
    return false;
  if (outline.classes.some((one) => one.bases.some((base) => base.includes(name)))) return false;
  const methods = members.flatMap((one) =>
    one.kind === 'function' && one.form === 'method' ? [one] : [],
  );
  const raising = methods.filter(({ body }) => body?.statements.at(-1)?.kind === 'throw');
  return raising.length === 1 && 3 <= methods.length;
}

/** Of calls in calls only the innermost. */
function isNearest(view: CodeView, text: Code, call: Call): boolean {
  const nearest = view.around(text).find(({ kind }) => kind === 'call');
  return nearest === call;
}

function nameAround(view: CodeView, at: Code): string {
  for (const one of view.around(at)) {
    // The rest of the function is there.
    if (
      (one.kind === 'if' || one.kind === 'case') &&
      0 < view.after(one.kind === 'if' ? one : (view.parentOf(one) ?? one)).length
    )
      return 'this branch';
    const name = one.kind === 'function' ? functionName(view, one) : undefined;
    if (name !== undefined) return inBackticks(name);
  }
  return 'this branch';
}

/** The comment right before a function. */
function docsBefore(view: CodeView, start: number): string {
  const lines: string[] = [];
  const before = view.text.slice(Math.max(0, start - 1500), start).split('\n');
  for (const line of before.slice(0, -1).toReversed()) {
    if (!/^\s*(?:\/\/|\/\*|\*|#|@)/.test(line)) break;
    lines.push(line);
  }
  return lines.join('\n');
}

/** It says that nothing is to be done. */
const NOTHING_TO_DO =
  /\b(?:do(?:es)?(?:n't| not| nothing)|no-?op|nothing to|intentionally|not supported|don't)\b/i;

function* ofFunction(context: RuleContext, fn: FunctionCode): Iterable<Trigger> {
  const { view, language } = context;
  const { body } = fn;
  const name = functionName(view, fn);
  if (!body || name === undefined) return;
  const statements = body.statements.filter((one) => !isDocstring(one));
  const words = inBackticks(name);
  const [only, ...more] = statements;
  if (!only) {
    if (NOTHING_TO_DO.test(docsBefore(view, fn.start))) return;
    // Words alone tell others what they may give.
    if (
      fn.form === 'method' &&
      body.statements.some(isDocstring) &&
      !/\b(?:pass|TODO)\b|\.\.\./.test(view.textOf(body))
    )
      return;
    if (language === 'python' && isDots(view, fn) && !isMeantEmpty(context, fn)) {
      yield { at: fn, about: { what: 'empty', words } };
    } else if (promisesWork(name) && !isMeantEmpty(context, fn)) {
      yield { at: fn, about: { what: 'empty', words } };
    }
    return;
  }
  if (
    more.length === 0 &&
    isDone(context, only) &&
    promisesWork(name) &&
    fn.form !== 'method' &&
    !isMeantEmpty(context, fn)
  ) {
    yield { at: fn, about: { what: 'empty', words } };
    return;
  }
  if (0 < more.length || only.kind !== 'return' || !only.value || !isAnswer(only.value)) return;
  const isJudge =
    /^(?:is|has)?_?(?:validate|verify|authenticate|authori[sz]e|check|valid|authentic|authori[sz]ed|calculate|compute)(?:$|[A-Z_\d]|[a-z]*(?:User|Token|Password|Email|Card))/i.test(
      name,
    );
  const isAsked =
    0 < fn.params.length &&
    fn.params.every(({ name: param }) => param !== undefined && !param.startsWith('_'));
  if (isJudge && isAsked && !isMeantEmpty(context, fn))
    yield { at: only, about: { what: 'same', words } };
}

/** `return Promise.resolve();`, `Ok(())`, Go's `return nil`: it says that all went well, and that is all. */
function isDone({ view, language }: RuleContext, one: Code): boolean {
  if (one.kind !== 'return' || !one.value) return false;
  const words = view.flat(one.value);
  return (
    words === 'Task.CompletedTask' ||
    words === 'Promise.resolve()' ||
    words === 'Ok(())' ||
    (language === 'go' && words === 'nil')
  );
}

function isDocstring(statement: Code): boolean {
  return statement.kind === 'expression' && statement.value.kind === 'text';
}

function isDots(view: CodeView, { body }: FunctionCode): boolean {
  return body !== undefined && /(?:^|\s)\.\.\.\s*$/.test(view.textOf(body));
}
