import type { Code } from '../../../code/code.ts';
import type { CodeView } from '../../../code/codeView.ts';
import { calleeOf, methodOf } from '../../../code/say.ts';
import { firstUnchecked } from '../uncheckedUse.ts';
import type { RuleContext, Trigger } from '../../rule.ts';
import { quoted } from '../../words.ts';
import { type Known, atUse, isStatement, trigger } from './known.ts';

/** Go: `v, err := f(); v.Close(); if err != nil`. */
export function* beforeError({ view }: RuleContext, known: Known): Iterable<Trigger> {
  for (const origin of view.all('declare', 'assign')) {
    if (origin.target.kind !== 'pattern' || origin.value?.kind !== 'call') continue;
    const [first, last] = [origin.target.parts[0], origin.target.parts.at(-1)];
    if (first?.kind !== 'name' || last?.kind !== 'name' || !/^err|Err$|^_$/.test(last.name))
      continue;
    if (!isStatement(view, origin)) continue;
    const checked = (known.places.get(last.name) ?? []).find(({ start }) => origin.end <= start);
    const use = firstUnchecked(view, {
      names: known.places.get(first.name) ?? [],
      origin,
      isUse: (name, parent) =>
        (parent.kind === 'member' && parent.object === name) ||
        (parent.kind === 'unary' && parent.operator === '*'),
    });
    const isEarly =
      last.name === '_' ||
      (checked !== undefined && use !== undefined && use.start < checked.start);
    if (use && (isEarly || (checked !== undefined && isOnlyTold(view, checked, use)))) {
      yield trigger(view, atUse(use, first.name), origin.value, 'nil with an error');
    }
  }
}

/** Go: `if err != nil { log.Print(err) }`, and then on as if all were well. */
function isOnlyTold(view: CodeView, checked: Code, use: Code): boolean {
  const test = view.parentOf(checked);
  const check = test && view.parentOf(test);
  if (test?.kind !== 'binary' || test.operator !== '!=' || check?.kind !== 'if') return false;
  if (check.condition !== test || check.otherwise || use.start < check.end) return false;
  const { statements } = check.whenTrue;
  const told = statements.map((one) => (one.kind === 'expression' ? one.value : one));
  return (
    0 < told.length &&
    told.every(
      (one) =>
        one.kind === 'call' &&
        /(?:^|\.)(?:[lL]og\w*|logger|slog|fmt|zap|klog|glog|sugar|t|b)\.(?:Print|Log|Error|Warn|Info|Debug)\w*$/.test(
          calleeOf(one),
        ),
    )
  );
}

const MAX_TOLD = 2;

/** Go: `x.(T)` without `ok`. */
export function* claimedTypes({ view }: RuleContext): Iterable<Trigger> {
  const told = new Set<string>();
  for (const cast of view.all('cast')) {
    if (cast.form !== 'claim' || cast.type === 'type' || cast.type === '') continue;
    const parent = view.parentOf(cast);
    const isAsked =
      ((parent?.kind === 'declare' || parent?.kind === 'assign') &&
        parent.target.kind === 'pattern') ||
      parent?.kind === 'switch' ||
      parent?.kind === 'list';
    const { value } = cast;
    const isKept =
      value.kind === 'call' &&
      /^(?:Get|Pop|Remove|Load|Front|Back|Interface)$/.test(methodOf(value));
    const isElement = value.kind === 'member' && value.name === 'Value';
    const home = view.enclosing(cast, 'function')?.name ?? '';
    // What was made here to take anything; what was asked for nil under a key of one's own.
    if (/^\*(?:interface\s*\{\s*\}|any)$/.test(cast.type)) continue;
    const asked = view.enclosing(cast, 'if')?.before;
    const isOfContext =
      value.kind === 'name' &&
      asked?.kind === 'declare' &&
      asked.value?.kind === 'call' &&
      methodOf(asked.value) === 'Value';
    if (isOfContext) continue;
    const isOwnMade = value.kind === 'call' && methodOf(value).startsWith('New');
    if (isAsked || isOwnMade || isKept || isElement || /^(?:Push|Less|Compare)$/.test(home))
      continue;
    const what = quoted(view, cast);
    if (told.has(what)) continue;
    // One or two say what a dozen would.
    told.add(what);
    if (MAX_TOLD < told.size) return;
    yield { at: cast, about: { what, word: 'another type and panic' } };
  }
}

/** Go: `var m map[K]V; m[k] = v`, which panics: nothing has made the map. */
export function* nilMaps({ view }: RuleContext, known: Known): Iterable<Trigger> {
  for (const origin of view.all('declare')) {
    const { target, type, value } = origin;
    if (target.kind !== 'name' || value || type?.startsWith('map[') !== true) continue;
    const home = view.enclosing(origin, 'function');
    if (!home) continue;
    for (const place of known.places.get(target.name) ?? []) {
      if (place.start < origin.end || home.end <= place.start) continue;
      const parent = view.parentOf(place);
      const around = parent && view.parentOf(parent);
      if (parent?.kind !== 'index' || parent.object !== place) {
        // Reading and counting it is fine; whatever else is done may make it.
        const isRead =
          parent?.kind === 'loop' || (parent?.kind === 'call' && methodOf(parent) === 'len');
        if (isRead) continue;
        break;
      }
      if (around?.kind !== 'assign' || around.target !== parent) continue;
      yield { at: around, about: { what: quoted(view, place), word: 'nil' } };
      break;
    }
  }
}
