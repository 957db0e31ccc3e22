import type { Code, FunctionCode } from '../../code/code.ts';
import { dotted, everythingIn, lastWord, mentions, methodOf } from '../../code/say.ts';
import type { RuleContext, Trigger } from '../rule.ts';
import { callWords } from '../words.ts';

/** Something tells a late answer from the newest one, or gives the older question up. */
const TOLD_APART =
  /abort|signal|cancel|ignore|stale|mounted|active|alive|latest|current|disposed|unsubscribe|return \(\) =>|return function/i;

/** React: an effect that asks for another thing when its inputs change, and shows each answer as it comes. */
export function* staleAnswers({ view }: RuleContext): Iterable<Trigger> {
  // What an effect begins may be a block of its own.
  const [owner] = view.all('function');
  const around = owner ? view.around(owner) : [];
  for (const effect of [...view.all('call'), ...around]) {
    if (effect.kind !== 'call') continue;
    const [body, inputs] = effect.args;
    if (!/^use(?:Layout)?Effect$/.test(methodOf(effect)) || body?.kind !== 'function') continue;
    if (inputs?.kind !== 'list' || inputs.items.length === 0) continue;
    if (TOLD_APART.test(view.textOf(body))) continue;
    const names = inputs.items.flatMap((item) =>
      dotted(item) === undefined ? [] : [rootOf(item)],
    );
    const shown = lateSetter(body, names);
    if (!shown || !view.isOwn(shown)) continue;
    yield {
      at: shown,
      about: {
        what: shown.kind === 'call' ? callWords(view, shown) : lastWord(shown),
        from: '',
        how: 'late',
      },
    };
  }
}

function rootOf(code: Code): string {
  let one = code;
  while (one.kind === 'member') one = one.object;
  return lastWord(one);
}

/** What puts the answer into the state: `setUser(await load(id))`, `load(id).then(setUser)`. */
function lateSetter({ body }: FunctionCode, names: readonly string[]): Code | undefined {
  let asked: Code | undefined;
  const asks = (code: Code): boolean => names.some((name) => mentions(code, name));
  for (const node of body ? everythingIn(body) : []) {
    if (node.kind === 'await' && node.value.kind === 'call' && asks(node.value)) asked ??= node;
    if (node.kind !== 'call') continue;
    const [first] = node.args;
    if (methodOf(node) === 'then' && first && asks(node.callee)) {
      if (first.kind === 'name' && SETTER.test(first.name)) return first;
      if (first.kind === 'function') asked ??= node.callee;
    }
    const isSet = node.callee.kind === 'name' && SETTER.test(node.callee.name);
    const isLate = asked ? asked.end <= node.start : first?.kind === 'await' && asks(first);
    if (isSet && isLate && first && first.kind !== 'constant' && first.kind !== 'text') return node;
  }
  return undefined;
}

const SETTER = /^set[A-Z]/;
