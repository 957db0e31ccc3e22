import type { Call, Code, FunctionCode } from '../../../code/code.ts';
import type { CodeView } from '../../../code/codeView.ts';
import { everythingIn, lastWord, methodOf } from '../../../code/say.ts';
import type { LanguageId } from '../../languageId.ts';
import type { RuleContext, Trigger } from '../../rule.ts';
import { callWords, inBackticks } from '../../words.ts';
import { chainOf, wordsOf } from '../chain.ts';
import { inner } from '../transparent.ts';
import { startOf } from './starts.ts';

/** Begins nothing yet: by language, what makes a thread or a process to be started. */
const MADE: { readonly [L in LanguageId]?: RegExp } = {
  python: /^(?:threading\.|multiprocessing\.|mp\.)?(?:Thread|Process)$/,
  java: /^Thread$/,
  csharp: /^(?:System\.Threading\.)?Thread$/,
  go: /^exec\.Command(?:Context)?$/,
  php: /(?:^|\.)Process$/,
};

/** What may be done with one before and after its start without anybody waiting for it. */
const SETS =
  /^(?:start|Start|run_?|daemon|setDaemon|setName|setPriority|name|IsBackground|Name|Priority|SetApartmentState|setTimeout|setIdleTimeout|disableOutput|Stdout|Stderr|Stdin|Dir|Env|SysProcAttr|set_name|getName|getId|id|ident|pid)$/;

/** A task, or a thread, in a variable of the function that nobody looks at afterwards. */
export function* keptTasks(context: RuleContext): Iterable<Trigger> {
  const { view, language } = context;
  const made = MADE[language];
  for (const one of view.all('declare', 'assign')) {
    const { target, value } = one;
    const call = value ? inner(value) : undefined;
    if (target.kind !== 'name' || target.name === '_' || call?.kind !== 'call') continue;
    if (value?.kind === 'await') continue;
    const owner = view.enclosing(one, 'function');
    if (!owner?.body) continue;
    const uses = usesOf(view.parentOf, owner, target.name, target.start);
    if (made?.test(chainOf(call)) === true) {
      // A field, which others wait for.
      if (
        one.kind === 'assign' &&
        /^(?:java|csharp)$/.test(language) &&
        !isDeclared(view, target.name)
      )
        continue;
      if (LONG_LIVED.test(owner.name ?? '')) continue;
      if (uses.some(({ used }) => used === undefined || !SETS.test(used))) continue;
      const begun = uses.find(({ used }) => used === 'start' || used === 'Start')?.at;
      if (begun)
        yield {
          at: view.statementOf(begun),
          about: { what: shownStart(target.name, begun), how: 'task' },
        };
      continue;
    }
    if (0 < uses.length) continue;
    const start = startOf(context, call);
    if (start) yield { at: one, about: { what: callWords(view, start), how: 'task' } };
  }
}

function isDeclared(view: CodeView, name: string): boolean {
  return view.all('declare').some(({ target }) => target.kind === 'name' && target.name === name);
}

/** What is called so begins what runs as long as the program. */
const LONG_LIVED =
  /^(?:main|Main|_?start\w*|Start\w*|__init__|init\w*|on_?start\w*|serve\w*|listen\w*|setUp|setup\w*)$/;

interface Use {
  readonly at: Code;
  /** The member of it that is used; undefined where it is used as a whole. */
  readonly used: string | undefined;
}

function usesOf(
  parentOf: (code: Code) => Code | undefined,
  { body }: FunctionCode,
  name: string,
  start: number,
): readonly Use[] {
  const uses: Use[] = [];
  for (const node of body ? everythingIn(body) : []) {
    if (node.kind !== 'name' || node.name !== name || node.start === start) continue;
    const parent = parentOf(node);
    const isMember = parent?.kind === 'member' && parent.object === node;
    uses.push({ at: node, used: isMember ? parent.name : undefined });
  }
  return uses;
}

function shownStart(name: string, at: Code): string {
  return inBackticks(`${name}.${at.kind === 'name' ? 'start' : lastWord(at)}()`);
}

/** A thread that is let go: `std::thread(…).detach()`, `worker.detach()`. */
export function* detached({ view, outline }: RuleContext): Iterable<Trigger> {
  const threads = new Set<string>();
  const variables = [...view.all('declare', 'assign'), ...outline.variables];
  for (const one of variables) {
    if (one.kind !== 'declare' && one.kind !== 'assign') continue;
    const type = one.kind === 'declare' ? (one.type ?? '') : '';
    const name = lastWord(one.target);
    const isOwned = /^(?:std::)?make_(?:unique|shared)<(?:std::|boost::)?j?thread>/.test(
      one.value ? view.textOf(one.value) : '',
    );
    if (
      name !== '' &&
      (isOwned || /\bj?thread\b/.test(type) || (one.value && makesThread(one.value)))
    )
      threads.add(name);
  }
  for (const call of view.all('call')) {
    if (methodOf(call) === 'pthread_detach') {
      yield { at: call, about: { what: '`pthread_detach()`', how: 'detach' } };
      continue;
    }
    if (methodOf(call) !== 'detach' || call.callee.kind !== 'member' || 0 < call.args.length)
      continue;
    const object = inner(call.callee.object);
    const words = wordsOf(object).replace(/^(?:std|boost)\./, '');
    const name = lastWord(object);
    if (
      /^j?thread\(\)$/.test(words) ||
      (object.kind === 'dict' && /\bj?thread$/.test(object.type ?? '')) ||
      threads.has(name) ||
      /thread_?$/i.test(name)
    ) {
      yield { at: call, about: { what: '`detach()`', how: 'detach' } };
    }
  }
}

function makesThread(value: Code): boolean {
  const call: Call | undefined = value.kind === 'call' ? value : undefined;
  if (!call) return value.kind === 'dict' && /\bj?thread$/.test(value.type ?? '');
  return /^(?:boost\.)?j?thread$/.test(chainOf(call));
}
