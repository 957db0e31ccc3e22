import type { Call, Code } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import { everythingIn, methodOf, plainText } from '../../code/say.ts';
import { isRecord, recordsIn } from './records.ts';

/** Names that people are given in samples. */
const FIRST_NAMES = new Set(
  'Ada Adam Alan Alex Alice Amy Andrew Anna Anne Ben Bill Bob Brian Carl Carol Charles Charlie Chris Claire Dan Daniel Dave David Diana Dora Ed Elena Ella Emily Emma Eric Erika Erin Eva Eve Frank Fred George Grace Hannah Helen Henry Jack Jacob James Jane Janet Jason Jean Jeff Jen Jenny Jessica Jim Joe John Jose Juan Julia Karen Kate Kevin Laura Leo Linda Lisa Lucas Lucy Luke Maria Marie Mark Mary Max Maya Mia Michael Mike Mohammed Nancy Nick Nina Noah Oliver Olivia Oscar Patricia Paul Peter Priya Rachel Robert Ryan Sally Sam Samuel Sara Sarah Sophia Sophie Steve Steven Susan Tim Tina Tom Tony Victor Wei William Yuki Zoe'.split(
    ' ',
  ),
);
const MAIL = /^[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,20}){1,3}$/;
const MAX_NODES = 60;

/** Lists of two or more records with made-up people, and rows of calls that add such. */
export function* madeUpPeople(
  view: CodeView,
): Iterable<{ readonly at: Code; readonly count: number }> {
  for (const one of view.all('list', 'call')) {
    const count = recordsIn(one);
    if (count < 2 || isPart(view, one)) continue;
    const items = one.kind === 'list' ? one.items : one.args;
    if (items.length <= 2 * items.filter(hasPerson).length) yield { at: one, count };
  }
  const added = view.all('call').filter((call) => isAdded(call));
  const [first] = added;
  if (first && 1 < added.length) yield { at: first, count: added.length };
}

/** `users.add(new User(1, "Alice", "alice@mail.net"))`. */
function isAdded(call: Call): boolean {
  const [only] = call.args;
  return (
    call.args.length === 1 &&
    /^(?:add|Add|push|append|push_back|emplace_back)$/.test(methodOf(call)) &&
    only !== undefined &&
    isRecord(only) &&
    hasPerson(only)
  );
}

/** Tests, seeds and credits name people on purpose. */
function isPart(view: CodeView, code: Code): boolean {
  return view.around(code).some((one) => {
    const name =
      one.kind === 'function'
        ? (one.name ?? '')
        : one.kind === 'declare' || one.kind === 'assign'
          ? view.flat(one.target).slice(0, 80)
          : one.kind === 'call'
            ? methodOf(one)
            : '';
    return /seed|fixture|test|spec|story|stories|credit|contributor|maintainer|authors|expect|assert|schema|doc/i.test(
      name,
    );
  });
}

/** Whether it holds an address of somebody, or a name that samples have. */
function hasPerson(code: Code): boolean {
  let left = MAX_NODES;
  for (const node of everythingIn(code)) {
    left--;
    if (left < 0) return false;
    const written = node.kind === 'text' ? plainText(node) : undefined;
    if (written === undefined) continue;
    if (MAIL.test(written)) return true;
    const [first, last, more] = written.split(' ');
    const isName = more === undefined && (last === undefined || /^[A-Z][\w.'-]*$/.test(last));
    if (isName && first !== undefined && FIRST_NAMES.has(first)) return true;
  }
  return false;
}
