import type { Code } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import { lastWord, methodOf, plainText } from '../../code/say.ts';
import { keyOf } from '../compare.ts';

/** A value that decides how code behaves where nobody says otherwise. */
export interface Setting {
  /** Equal for the same setting in two versions of a block. */
  readonly key: string;
  /** As people call it: `limit`, `MAX_RETRIES`. */
  readonly name: string;
  readonly value: Code;
  readonly kind: 'default' | 'named' | 'given';
}

const SETTING =
  /time_?out|limit|max(?![a-z])|^max|min(?![a-z])|^min_|retr(?:y|ies)|size|ttl|max_?age|interval|delay|enable|disable|debug|verif|secure|strict|flag|feature|threshold|rate|port$|host$|level|mode$|default|concurren|batch|page|depth|quota|capacity|expir|window|back_?off|cache|allow|http_?only|same_?site|round|iteration|attempt|deadline|tolerance|precision|buffer|wait/i;
const CONSTANT = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*$/;
const TAKES_SETTING =
  /time_?out|sleep|delay|interval|limit|retr(?:y|ies)|deadline|ttl|capacity|max_|Max|concurrency|expire|wait|poll(?:_|$|[A-Z])|within|at_?most|eventually|^after$/i;
/** Calls that set what they name first. */
const SETS =
  /(?:^|_)set(?:$|_?opt|_?option|_?property|_?config|_?attribute)|^set(?:Opt|Prop|Config|Int)|^define$|^put(?:Int|Integer|Boolean)?$/i;
const READS_WITH_DEFAULT =
  /^(?:get|getenv|get_?or_?default|getOrElse|fetch|unwrap_or|value_or|GetValueOrDefault|GetValue|config|env|option|dig|get_env|Getenv|getProperty|getInt|getInteger|getBoolean)$/i;

/** Settings of a block whose values are written out, in text order. */
export function settingsIn(view: CodeView): readonly Setting[] {
  const found: Setting[] = [];
  const take = (
    kind: Setting['kind'],
    key: string,
    name: string,
    value: Code | undefined,
  ): void => {
    if (value && isWrittenOut(value)) found.push({ key: `${kind} ${key}`, name, value, kind });
  };
  for (const one of view.all('function')) {
    for (const { name, value, pattern } of one.params) {
      const owner = one.name ?? '';
      if (name !== undefined) take('default', `${owner} ${name}`, name, value);
      // `{ limit = 50 }`
      for (const part of pattern?.kind === 'pattern' ? pattern.parts : []) {
        if (part.kind !== 'assign') continue;
        const field = lastWord(part.target);
        take('default', `${owner} ${field}`, field, part.value);
      }
    }
  }
  const written = timesWritten(view);
  const isSetOnce = (name: string): boolean => written.get(name) === 1;
  for (const { target, value, kind, ...rest } of view.all('declare', 'assign')) {
    const name = lastWord(target);
    const isSet = kind === 'declare' || ('operator' in rest && rest.operator === '=');
    const isMeant =
      CONSTANT.test(name) ||
      (SETTING.test(name) &&
        (isConfigured(view, target) || (isSetOnce(name) && value && isFixed(value))));
    if (isSet && isMeant) take('named', keyOf(view, target), name, value);
  }
  for (const { target, operator, value } of view.all('assign')) {
    // Ruby's and JavaScript's value where there is none yet.
    if (operator === '||=' || operator === '??=')
      take('default', keyOf(view, target), lastWord(target), value);
  }
  for (const { name, value } of view.all('named')) {
    if (SETTING.test(name) || isFlag(value)) take('given', name, name, value);
  }
  for (const { key, value } of view.all('entry')) {
    const name = plainText(key) ?? lastWord(key);
    if (SETTING.test(name) || isFlag(value)) take('given', name, name, value);
  }
  for (const { operator, left, right } of view.all('binary')) {
    if (operator === '||' || operator === '??') {
      take('default', keyOf(view, left), lastWord(left) || view.flat(left), right);
    }
  }
  for (const call of view.all('call')) {
    const method = methodOf(call);
    const [first, second] = call.args;
    // `ini_set('memory_limit', '1G')`, `setopt(curl, CURLOPT_TIMEOUT, 5L)`
    for (const [i, arg] of SETS.test(method) ? call.args.entries() : []) {
      const option = plainText(arg) ?? lastWord(arg);
      if (CONSTANT.test(option) || SETTING.test(option))
        take('given', `${method} ${option}`, option, call.args[i + 1]);
    }
    const named = plainText(first);
    if (named !== undefined && second && READS_WITH_DEFAULT.test(method)) {
      take('default', `${method} ${named}`, named, second);
    } else if (TAKES_SETTING.test(method)) {
      for (const [i, arg] of call.args.entries()) {
        if (arg.kind !== 'text') take('given', `${method} ${i}`, method, arg);
      }
    } else if (/^(?:unwrap_or|value_or)$/.test(method) && first) {
      take('default', keyOf(view, call.callee), method, first);
    }
  }
  for (const text of view.all('text')) {
    const [written] = text.parts;
    if (typeof written !== 'string' || 200 < written.length) continue;
    // Spring's `@Value("${orders.limit:10}")`, and the tags of Go's fields.
    for (const [, name, fallback] of written.matchAll(/\$\{([\w.-]{1,80}):([^{}]{1,80})\}/g))
      if (name !== undefined && fallback !== undefined)
        found.push({ key: `default ${name}`, name, value: text, kind: 'default' });
    const tag = /\b(?:envD|d)efault:"([^"]{1,80})"/.test(written);
    const field = tag ? view.parentOf(text) : undefined;
    if (field?.kind === 'declare')
      take('default', `tag ${lastWord(field.target)}`, lastWord(field.target), text);
  }
  return found.sort((a, b) => a.value.start - b.value.start);
}

/** On or off. */
function isFlag(code: Code): boolean {
  return code.kind === 'constant' && code.value !== null;
}

/** How often each variable is given a value: one that is counted up is no setting. */
function timesWritten(view: CodeView): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const { target } of view.all('declare', 'assign')) {
    const parts = target.kind === 'pattern' ? target.parts : [target];
    for (const part of parts) {
      const name = lastWord(part);
      times.set(name, (times.get(name) ?? 0) + 1);
    }
  }
  return times;
}

/** A field, or a variable of the file, is looked at from elsewhere. */
function isConfigured(view: CodeView, target: Code): boolean {
  if (target.kind === 'member') return true;
  return view.around(target).every(({ kind }) => kind !== 'function');
}

/** A literal, or a duration made of one: `30 * time.Second`, `Duration.ofSeconds(30)`, `30.seconds`. */
export function isWrittenOut(code: Code): boolean {
  switch (code.kind) {
    case 'number':
    case 'constant':
      return true;
    case 'text':
      return code.parts.every((part) => typeof part === 'string');
    case 'unary':
      return isWrittenOut(code.operand);
    case 'binary':
      return (
        !/^(?:\?\?|\|\||&&)$/.test(code.operator) &&
        isFactor(code.left) &&
        isFactor(code.right) &&
        (hasNumber(code.left) || hasNumber(code.right))
      );
    case 'call': {
      const isDuration = DURATION.test(lastWord(code.callee));
      if (!isDuration || 2 < code.args.length) return false;
      const object = code.callee.kind === 'member' ? code.callee.object : undefined;
      return 0 < code.args.length ? code.args.every(isWrittenOut) : object?.kind === 'number';
    }
    case 'member':
      return code.object.kind === 'number' || UNIT.test(code.name);
    case 'cast':
      return isWrittenOut(code.value);
    default:
      return false;
  }
}

const DURATION = /(?:second|minute|hour|milli|day|duration|timespan|from_?\w*|^of\w*|^ms$|^s$)/i;

/** A unit alone is one of it: Go's `time.Second`. */
const UNIT = /^(?:Nanosecond|Microsecond|Millisecond|Second|Minute|Hour)$/;

/** Nothing of it comes from elsewhere but the unit. */
function isFixed(code: Code): boolean {
  if (code.kind !== 'binary') return code.kind !== 'member' || DURATION.test(code.name);
  return [code.left, code.right].every((side) =>
    side.kind === 'name' || side.kind === 'member' ? DURATION.test(lastWord(side)) : isFixed(side),
  );
}

function isFactor(code: Code): boolean {
  return isWrittenOut(code) || code.kind === 'member' || code.kind === 'name';
}

function hasNumber(code: Code): boolean {
  return (
    code.kind === 'number' ||
    (code.kind === 'binary' && (hasNumber(code.left) || hasNumber(code.right)))
  );
}

export interface ChangedSetting {
  readonly was: Setting;
  readonly is: Setting;
}

/** Settings that both versions of a block have, with other values. */
export function changedSettings(before: CodeView, view: CodeView): readonly ChangedSetting[] {
  const old = new Map<string, Setting[]>();
  for (const one of settingsIn(before)) old.set(one.key, [...(old.get(one.key) ?? []), one]);
  const now = new Map<string, Setting[]>();
  for (const one of settingsIn(view)) now.set(one.key, [...(now.get(one.key) ?? []), one]);
  return [...now].flatMap(([key, all]) => {
    const was = old.get(key) ?? [];
    // Of several under one name it is not known which became which once one came or went.
    if (was.length !== all.length) return [];
    return all.flatMap((is, i) => {
      const one = was[i];
      const isChanged = one && keyOf(before, one.value) !== keyOf(view, is.value);
      return isChanged ? [{ was: one, is }] : [];
    });
  });
}
