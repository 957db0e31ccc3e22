import type { Code, Param } from '../../code/code.ts';
import { calleeOf, lastWord, methodOf } from '../../code/say.ts';
import type { RuleContext } from '../rule.ts';
import { variablesOf } from './variables.ts';
import type { Origin } from './origin.ts';
import { outsideOf } from './outside.ts';
import { contains } from '../../text/range.ts';

/** Words for all that a request brings, in any language. */
const WHOLE =
  /^(?:body|query|params|cookies|form|args|json|values|get_json|formData|searchParams|data|POST|GET|all|_POST|_GET|_REQUEST|to_unsafe_h|permit!|to_h|to_dict|dict|getParsedBody|getQueryParams|input|toArray|post|getParameterMap|model_dump|into_inner|parse|loads|Form|Query|json_decode|except|getContent|items|entries|slice|to_hash|request|payload|params!)$/;

/** Types that name the fields which may be set. */
const LIMITED =
  /(?:Dto|DTO|Request|Command|Input|Form|ViewModel|Payload|Params|Patch|Create\w*|Update\w*|New\w+|Schema|Args|Model|In|Insertable|Body)>?$|^(?:Create|Update|New|Patch|Insert)/;

/**
 * Where a value is all that a request brings, with fields that nobody has named: `req.body`, a
 * dictionary of it. Undefined for one field, and for a type that says which fields there are.
 */
export function wholeBodyOf(context: RuleContext, code: Code, depth = 0): Origin | undefined {
  const inner =
    code.kind === 'spread' || code.kind === 'await' || code.kind === 'cast' ? code.value : code;
  // `Object.fromEntries(form)`, `form.entries()`: all that the form holds.
  const [entries] = inner.kind === 'call' ? inner.args : [];
  if (inner.kind === 'call' && /^Object\.fromEntries$/.test(calleeOf(inner)) && entries) {
    const isEach = entries.kind === 'call' && methodOf(entries) === 'entries';
    const held = isEach && entries.callee.kind === 'member' ? entries.callee.object : entries;
    return depth < 4 ? wholeBodyOf(context, held, depth + 1) : undefined;
  }
  if (inner.kind === 'unary') return wholeBodyOf(context, inner.operand, depth);
  const origin = outsideOf(context).textIn(inner);
  if (origin?.kind !== 'request') return undefined;
  const { from } = origin;
  if (inner.kind === 'dict' || inner.kind === 'list') return undefined;
  const variable = inner.kind === 'name' ? variablesOf(context.view).get(inner.name) : undefined;
  const values = (variable?.values ?? []).filter((value) => !isEmptyObject(value));
  if (inner.kind === 'name' && variable?.isUnclear) {
    return WHOLE.test(inner.name) ? origin : undefined;
  }
  if (0 < values.length) {
    const isAll = depth < 4 && values.some((value) => wholeBodyOf(context, value, depth + 1));
    return isAll ? origin : undefined;
  }
  if (from.kind === 'param') {
    const isAll = inner.kind === 'name' || methodOfCode(inner) === 'into_inner';
    return isAll ? ofParam(from, origin) : undefined;
  }
  if (inner.kind === 'name') return isWhole(from, context) ? origin : undefined;
  const isItself = inner === from || contains(inner, from);
  return isItself && isWhole(inner, context) ? origin : undefined;
}

/** `new(User)`, `new User()`, `User{}`: something that is filled later. */
function isEmptyObject(code: Code): boolean {
  if (code.kind === 'dict') return code.entries.length === 0;
  if (code.kind === 'unary') return isEmptyObject(code.operand);
  return (
    code.kind === 'call' &&
    (lastWord(code.callee) === 'new' || (code.isNew && code.args.length === 0))
  );
}

function methodOfCode(code: Code): string {
  return code.kind === 'call' ? methodOf(code) : '';
}

/** The entity itself is filled, not a type for what may be sent. */
function ofParam(param: Param, origin: Origin): Origin | undefined {
  const { type } = param;
  if (type === undefined) return origin;
  const plain = type.replace(/^(?:\w+::)*(?:Json|Form|Query)<(.*)>$/, '$1').replace(/\?$/, '');
  const isEntity =
    /^[A-Z]\w*$/.test(plain) &&
    !LIMITED.test(plain) &&
    !/^(?:String|Path|Query|Json|Bytes)$/.test(plain);
  const isOpen =
    /^(?:dict|Dict|Map|HashMap|object|any|Record|IDictionary|JsonElement|serde_json::Value|Value)\b/.test(
      plain,
    );
  return isEntity || isOpen ? origin : undefined;
}

/** `req.body`, not `req.body.name`; `params[:user]`, which holds fields again. */
function isWhole(code: Code, { language }: RuleContext): boolean {
  if (code.kind === 'index') {
    return language === 'ruby' && lastWord(code.object) === 'params';
  }
  if (code.kind === 'call') {
    const method = methodOf(code);
    if (code.args.length !== 0 && /^(?:input|get|post|only|permit|parse|loads)$/.test(method))
      return /^(?:parse|loads)$/.test(method);
    return (
      WHOLE.test(method) || /^(?:Bind\w*|ShouldBind\w*|BodyParser|Decode|Unmarshal)$/.test(method)
    );
  }
  return (
    WHOLE.test(lastWord(code)) || /^(?:Bind\w*|ShouldBind\w*|BodyParser|Body)$/.test(lastWord(code))
  );
}
