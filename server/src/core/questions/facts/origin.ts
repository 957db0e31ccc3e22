import type { Call, Code } from '../../code/code.ts';
import { lastWord, plainText } from '../../code/say.ts';
import { isNumericType } from './numericType.ts';
import type { OutsideKind, OutsideNames } from './outsideNames.ts';
import type { LanguageId } from '../languageId.ts';
import { passingOf } from './passing.ts';

/** That a value is, or holds, what somebody outside chooses. */
export interface Origin {
  readonly kind: OutsideKind;
  /** Where it is read: `req.query.id`, a parameter. */
  readonly from: Code;
  /** Only a number of it is left. */
  readonly isNumber: boolean;
  /** The variables that it went through. */
  readonly names: readonly string[];
}

/** More nodes than this of one value are not looked at. */
const MAX_NODES = 500;

/** From an offset on, a name holds this; undefined: nothing from outside. */
export interface Holding {
  readonly from: number;
  readonly origin: Origin | undefined;
}

/** What each name holds, in text order. */
export type Holdings = Map<string, Holding[]>;

/** What is known of a block when a value is looked at. */
export interface Sources {
  readonly language: LanguageId;
  readonly names: OutsideNames;
  readonly holdings: Holdings;
  /** Variables that are a request, and those that hold one, by their types. */
  readonly requests: ReadonlySet<string>;
  readonly contexts: ReadonlySet<string>;
  /** What a function of the same file gives, where it gives what it is given or what it reads. */
  readonly given: (code: Code) => Given | undefined;
}

export interface Given {
  readonly own: Origin | undefined;
  readonly args: readonly Code[];
}

interface Step {
  readonly code: Code;
  readonly isNumber: boolean;
}

/** What of a value comes from outside: text rather than a number. */
export function originIn(top: Code, sources: Sources): Origin | undefined {
  const steps: Step[] = [{ code: top, isNumber: false }];
  let number: Origin | undefined;
  for (let step = steps.pop(), i = 0; step && i < MAX_NODES; step = steps.pop(), i++) {
    const { code, isNumber } = step;
    const held = heldBy(code, sources.holdings);
    // A field that is set anew holds no more what it was sent with.
    if (held && !held.origin && code.kind !== 'name') continue;
    const given = held ? undefined : sources.given(code);
    const found = held?.origin ?? readOf(code, sources) ?? given?.own;
    if (found) {
      if (!isNumber && !found.isNumber) return found;
      number ??= { ...found, isNumber: true };
    } else {
      steps.push(...(given?.args ?? []).map((one) => ({ code: one, isNumber })));
      steps.push(...partsOf(code, isNumber).toReversed());
    }
  }
  return number;
}

function heldBy(code: Code, holdings: Holdings): Holding | undefined {
  const path = placeOf(code);
  if (path === undefined) return undefined;
  return holdings.get(path)?.findLast(({ from }) => from <= code.start);
}

/** What a variable, or a field of one, is known by: `name`, `options.path`, also for `options['path']`. */
export function placeOf(code: Code): string | undefined {
  const words: string[] = [];
  let node = code;
  for (let i = 0; i < MAX_LINKS; i++) {
    if (node.kind === 'name') return [node.name, ...words].join('.');
    if (node.kind === 'member') words.unshift(node.name);
    else if (node.kind === 'index') {
      const key = plainText(node.index);
      if (key === undefined) return undefined;
      words.unshift(key);
    } else return undefined;
    node = node.object;
  }
  return undefined;
}

/** More links than these are no place that is told apart. */
const MAX_LINKS = 4;

/** Whether it is itself what a language or framework gives from outside. */
function readOf(code: Code, sources: Sources): Origin | undefined {
  const kind = kindOf(code, sources, false);
  return kind && { kind, from: code, isNumber: false, names: [] };
}

function kindOf(code: Code, sources: Sources, isCalled: boolean): OutsideKind | undefined {
  const { names, holdings, language } = sources;
  const isRequest = (word: string): boolean =>
    names.request.test(word) || sources.requests.has(word);
  const isContext = (word: string): boolean =>
    names.context.test(word) || sources.contexts.has(word);
  switch (code.kind) {
    case 'name':
      if (names.names.has(code.name)) return holdings.has(code.name) ? undefined : 'request';
      return names.ofProcess.has(code.name) ? 'process' : undefined;
    case 'member': {
      const word = ownerWord(code.object);
      if (isRequest(word) && names.ofRequest.has(code.name)) return 'request';
      if (isContext(word) && names.ofContext.has(code.name)) return 'request';
      if (isCalled && names.methods.has(code.name)) return 'request';
      // Laravel's `$request->name`.
      const isField = language === 'php' && !isCalled && code.object.kind === 'name';
      if (isField && isRequest(word) && !/^(?:session|user|attributes)$/.test(code.name))
        return 'request';
      const dotted = `${word}.${code.name}`;
      if (names.dotted.has(dotted)) return 'request';
      const isPast =
        code.object.kind === 'member' &&
        names.ofProcess.has(`${ownerWord(code.object.object)}.${dotted}`);
      return isPast || names.ofProcess.has(dotted) ? 'process' : undefined;
    }
    case 'index': {
      const key = plainText(code.index) ?? '';
      const word = ownerWord(code.object);
      if (isContext(word) && names.ofContext.has(key)) return 'request';
      const isEnv = code.object.kind === 'name' && /^env(?:iron)?$/.test(word);
      if (isEnv && CGI.test(key)) return 'request';
      if (word === '_SERVER') {
        return /^HTTP_|QUERY_STRING|REQUEST_URI|PHP_SELF|PATH_INFO/.test(key)
          ? 'request'
          : undefined;
      }
      const isItself = isRequest(word) && names.ofRequest.has('RouteValues');
      return isItself && key !== '' ? 'request' : undefined;
    }
    case 'call': {
      const { callee } = code;
      if (callee.kind === 'name') {
        if (names.ofProcess.has(callee.name)) return isCgi(code) ? 'request' : 'process';
        if (names.names.has(callee.name)) return 'request';
        const isInput = callee.name === 'file_get_contents' && firstText(code) === 'php://input';
        return isInput ? 'request' : undefined;
      }
      return kindOf(callee, sources, true);
    }
    default:
      return undefined;
  }
}

/** `getenv("QUERY_STRING")` is what a client asks for. */
function isCgi(call: Call): boolean {
  return CGI.test(firstText(call));
}

/** What a web server hands to a program by these names. */
const CGI =
  /^(?:QUERY_STRING|PATH_INFO|HTTP_(?!PROXY)\w+|REQUEST_(?:URI|PATH)|(?:rack|wsgi)\.input)$/;

function firstText({ args: [first] }: Call): string {
  return plainText(first) ?? '';
}

/** The last word of what something is taken from: `req` for `ctx.req`, `request` for `request()`. */
export function ownerWord(code: Code): string {
  if (code.kind === 'call') return lastWord(code.callee);
  if (code.kind === 'await' || code.kind === 'unary') return '';
  return lastWord(code);
}

/** The pieces of a value that it still holds. */
function partsOf(code: Code, isNumber: boolean): Step[] {
  const as = (...codes: readonly (Code | undefined)[]): Step[] =>
    codes.filter((one) => one !== undefined).map((one) => ({ code: one, isNumber }));
  const counted = (...codes: readonly Code[]): Step[] =>
    codes.map((one) => ({ code: one, isNumber: true }));
  switch (code.kind) {
    case 'member':
      if (isLastOfPath(code.object, code.name)) return [];
      return COUNTS.has(code.name) && !FIELDS.test(ownerWord(code.object)) ? [] : as(code.object);
    case 'index':
      return as(code.object);
    case 'call': {
      const { receiver, args, asNumber } = passingOf(code);
      const { callee } = code;
      // `new Options { Path = … }`: what its fields are set to.
      const filled = code.isNew ? code.args.filter(({ kind }) => kind === 'dict') : [];
      const held = [
        ...(receiver && callee.kind === 'member' ? [callee.object] : []),
        ...(args ? code.args : filled),
      ];
      return asNumber ? counted(...held) : as(...held);
    }
    case 'text':
      return as(...code.parts.filter((part) => typeof part !== 'string'));
    case 'binary':
      if (code.operator === '%' && isQuoting(code.left)) return [];
      if (JOINING.has(code.operator)) return as(code.left, code.right);
      return COUNTING.has(code.operator) ? counted(code.left, code.right) : [];
    case 'conditional':
      return as(code.whenTrue, code.otherwise);
    case 'cast': {
      const isClaim = code.form === 'claim' || !isNumericType(code.type);
      return isClaim ? as(code.value) : counted(code.value);
    }
    case 'unary':
      if (code.operator === '+' || code.operator === '-') return counted(code.operand);
      return code.operator.startsWith('&') || code.operator === '*' ? as(code.operand) : [];
    case 'if':
      return as(code.whenTrue, code.otherwise);
    case 'switch':
      return as(...code.cases.map(({ body }) => body));
    case 'body':
      return as(code.statements.at(-1));
    case 'comprehension': {
      const lists = code.clauses.map((one) => (one.kind === 'assign' ? one.value : undefined));
      const { element } = code;
      const passing = element.kind === 'call' ? passingOf(element) : undefined;
      if (passing?.asNumber) return counted(...lists.filter((one) => one !== undefined));
      // `ch for ch in name if ch.isalnum()`
      const isFiltered = code.clauses.some(({ kind }) => kind === 'call');
      const isMade = isFiltered || (passing && !passing.receiver && !passing.args);
      if (isFiltered) return [];
      return as(element, ...(isMade ? [] : lists));
    }
    case 'list':
      return as(...code.items);
    case 'dict':
      return as(...code.entries);
    case 'group':
      return as(...code.items);
    case 'entry':
    case 'named':
    case 'spread':
    case 'await':
    case 'propagate':
    case 'assign':
    case 'expression':
    case 'return':
      return as(code.value);
    default:
      return [];
  }
}

/** `'depth %r' % depth` writes it in quotes. */
function isQuoting(text: Code): boolean {
  const words = plainText(text) ?? '';
  return /%[rd]/.test(words) && !words.includes('%s');
}

/** Python's `Path(name).name`, which has no folder. */
function isLastOfPath(object: Code, name: string): boolean {
  return (
    /^(?:name|stem|suffix)$/.test(name) &&
    object.kind === 'call' &&
    /^(?:Pure(?:Posix|Windows)?)?Path$/.test(ownerWord(object))
  );
}

const COUNTS: ReadonlySet<string> = new Set(['length', 'Length', 'Count', 'method']);
/** What holds fields of any name, `length` too. */
const FIELDS = /^(?:query|body|params|form|args|json)$/;
const JOINING: ReadonlySet<string> = new Set([
  '+',
  '.',
  '%',
  '||',
  '??',
  '<<',
  '?:',
  '&&',
  '/',
  '&',
]);
const COUNTING: ReadonlySet<string> = new Set(['-', '*', '//', '|', '>>', '**']);
