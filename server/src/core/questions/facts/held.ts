import type { Code, FunctionCode } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import { childrenOf } from '../../code/childrenOf.ts';
import { everythingIn, lastWord, mentions, methodOf } from '../../code/say.ts';
import { chainOf, rootOf } from './chain.ts';
import { isTransparent } from './transparent.ts';

/** What becomes of something that a variable holds, up to the end of its function. */
export type Held =
  /** It is handed over: returned, kept in a field, given to others. */
  | 'gone'
  /** It is closed whatever happens. */
  | 'closed'
  /** It is closed, but not where the code before that fails or returns. */
  | 'unsafe'
  | 'never';

/** Uses what it is given, and does not keep it. */
const BORROWERS =
  /^(?:json|csv|yaml|pickle|io|bufio|ioutil|binary|gob|xml|toml|shutil|np|pd|os|fcntl|marshal|configparser|ET|etree|fs|fsp)\.\w+(?:\(\))?$|\w*(?:Command|DataAdapter)$|^(?:print|len|list|sorted|enumerate|iter|next|str|repr|isinstance|fread|fgets?|fgetc|getc|ungetc|fwrite|fputs|fputc|putc|fprintf|vfprintf|fscanf|feof|ferror|fseek\w*|ftell\w*|rewind|fflush|fileno|fstat|flock|ftruncate|getline|getdelim|read|write|readdir|recv|send|sendto|recvfrom|setsockopt|getsockopt|bind|listen|connect|stream_\w+|fgetcsv|fputcsv|fpassthru|stream_get_contents|memcpy|memset|memmove|strcpy|strncpy|strcat|strncat|snprintf|sprintf|printf|strlen|strcmp|strchr|strtok|echo|is_resource|unset|count|var_dump|curl_easy_setopt|curl_easy_perform|curl_easy_getinfo|fmt\.F\w+|Fprint\w*|Copy|assert|tarfile\.open|zip_\w+|sizeof)$/;

interface Asked {
  readonly view: CodeView;
  readonly owner: FunctionCode;
  readonly name: string;
  /** Where it was opened. */
  readonly opened: Code;
  readonly closes: RegExp;
  /** Names that tell whether opening worked. */
  readonly results: readonly string[];
  /** Functions that are given it only look into it. */
  readonly isBorrowedByAll: boolean;
  /** Exceptions may leave the function anywhere. */
  readonly canThrow: boolean;
}

/** Follows a variable from where it was opened. Linear in the function. */
export function whatBecomes(asked: Asked): Held {
  const { view, owner, name, opened, closes } = asked;
  if (!owner.body) return 'gone';
  let state: Held = 'never';
  let isLeft = false;
  let isStale = false;
  let isRisky = false;
  for (const node of everythingIn(owner.body)) {
    if (node.start < opened.end) continue;
    if (state === 'never' && node.kind === 'return' && !isCheck(asked, node, isStale))
      isLeft = true;
    if (
      (node.kind === 'declare' || node.kind === 'assign') &&
      isAnyOf(node.target, asked.results)
    ) {
      isStale = true;
    }
    if (node.kind === 'unary' && node.operator.startsWith('delete') && mentions(node.operand, name))
      return 'closed';
    if (
      node.kind === 'defer' &&
      node.values.some(
        (value) => isItself(value, name) || (node.form === 'defer' && mentions(value, name)),
      )
    )
      return 'closed';
    if (node.kind === 'call') {
      const isOn = node.callee.kind === 'member' && rootOf(node.callee) === name;
      const isGiven = node.args.some((arg) => rootOf(arg) === name);
      if (closes.test(methodOf(node)) && (isOn || isGiven)) {
        if (isSure(asked, node)) return 'closed';
        state =
          state === 'never' && (isLeft || (asked.canThrow && isRisky))
            ? 'unsafe'
            : state === 'unsafe'
              ? state
              : 'closed';
        continue;
      }
      if (
        node.args.some((arg) => isItself(arg, name)) &&
        !isBorrowed(node.callee, chainOf(node)) &&
        !(asked.isBorrowedByAll && !node.isNew && !TAKES.test(chainOf(node)))
      )
        return 'gone';
      if (state === 'never') isRisky = true;
    }
    if (node.kind === 'name' && node.name === name && isKept(view, node, owner)) return 'gone';
  }
  return state;
}

/** Becomes the owner of what it is given. */
const TAKES =
  /_ptr|reset|adopt|take|own|push|insert|add|emplace|attach|set[A-Z]|set_|register|assign|[A-Z]\w*\(\)$/;

function isBorrowed(callee: Code, chain: string): boolean {
  return callee.kind === 'name' || callee.kind === 'member' ? BORROWERS.test(chain) : false;
}

function isItself(code: Code, name: string): boolean {
  let node = code;
  while (
    isTransparent(node) ||
    node.kind === 'named' ||
    node.kind === 'spread' ||
    (node.kind === 'unary' && /^[&*]$/.test(node.operator))
  ) {
    node = node.kind === 'unary' ? node.operand : node.value;
  }
  if (node.kind === 'assign' && node.value) return isItself(node.value, name);
  return node.kind === 'name' && node.name === name;
}

/** In `finally`, in a `defer`, in a function that is run at the end, or in the loop's own way out. */
function isSure({ view, owner }: Asked, call: Code): boolean {
  let child = call;
  for (const node of view.around(call)) {
    if (node === owner) return false;
    if (node.kind === 'defer' || node.kind === 'function') return true;
    if (node.kind === 'try' && node.finally === child) return true;
    child = node;
  }
  return false;
}

/** `if (err != nil) return err` behind opening: there is nothing to close. */
function isCheck({ view, name, results, owner }: Asked, at: Code, isStale: boolean): boolean {
  for (const node of view.around(at)) {
    if (node === owner) return false;
    if (node.kind === 'function') return true;
    if (node.kind === 'catch') return true;
    if (node.kind !== 'if') continue;
    if (isAsked(node.condition, name)) return true;
    if (!isStale && results.some((result) => mentions(node.condition, result))) return true;
  }
  return false;
}

/** Another call has given the names new values. */
function isAnyOf(target: Code, names: readonly string[]): boolean {
  const parts = target.kind === 'pattern' ? target.parts : [target];
  return parts.some(
    (part) => part.kind === 'name' && part.name !== '_' && names.includes(part.name),
  );
}

/** Whether it is itself looked at, not only what it is used for: `!file`, `file.is_open()`. */
function isAsked(condition: Code, name: string): boolean {
  const nodes: Code[] = [condition];
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    if (node.kind === 'name' && node.name === name) return true;
    if (node.kind === 'call' && !ASKS.test(methodOf(node))) continue;
    nodes.push(...childrenOf(node));
  }
  return false;
}

const ASKS =
  /^(?:is_?open|isOpen|is_resource|is_null|empty|fail|bad|good|valid|isValid|nil\?|closed\?)$/;

/** Returned, yielded, given another name, put into a list or a field, or used in a function inside. */
function isKept(view: CodeView, at: Code, owner: FunctionCode): boolean {
  let child = at;
  for (const node of view.around(at)) {
    switch (node.kind) {
      case 'return':
      case 'yield':
      case 'list':
      case 'dict':
      case 'entry':
      case 'spread':
      case 'throw':
        return true;
      case 'assign':
      case 'declare':
        return node.value === child && lastWord(node.target) !== '_';
      case 'function':
        return node !== owner;
      case 'group':
      case 'cast':
      case 'conditional':
        child = node;
        break;
      case 'unary':
        if (node.operator !== '&') return false;
        child = node;
        break;
      case 'binary':
        if (!/^(?:\|\||\?\?|&&)$/.test(node.operator)) return false;
        child = node;
        break;
      case 'member':
      case 'index':
      case 'call':
      default:
        if (node.kind === 'member' && isPartKept(view, node)) return true;
        return node.kind === 'member' || node.kind === 'call' ? isInside(view, node, owner) : false;
    }
  }
  return false;
}

/** `this.stream = client.GetStream()`: who has the part ends the whole. */
function isPartKept(view: CodeView, part: Code): boolean {
  const word = lastWord(part);
  if (!/^(?:Client|GetStream|getInputStream|getOutputStream|makefile)$/.test(word)) return false;
  const called = view.parentOf(part);
  const value = called?.kind === 'call' ? called : part;
  const keeper = view.parentOf(value);
  return keeper?.kind === 'assign' && keeper.value === value;
}

/** Used in a function inside the one that opened it. */
function isInside(view: CodeView, at: Code, owner: FunctionCode): boolean {
  for (const node of view.around(at)) {
    if (node === owner) return false;
    if (node.kind === 'function') return true;
  }
  return false;
}
