import type { Call, Code } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import { calleeOf, methodOf, plainText } from '../../code/say.ts';
import { lostTaskExamples } from './examples/lostTask.ts';
import { csharpTasks } from '../facts/tasks/csharpTasks.ts';
import { goroutines } from '../facts/tasks/goroutines.ts';
import { detached, keptTasks } from '../facts/tasks/keptTasks.ts';
import { startOf } from '../facts/tasks/starts.ts';
import { isTestCode } from '../facts/null/rust.ts';
import { inner } from '../facts/transparent.ts';
import { ECMASCRIPT } from '../languageId.ts';
import type { Rule, RuleContext, Trigger } from '../rule.ts';
import { callWords } from '../words.ts';

/** Work is begun beside the rest, and nobody waits for it, or it holds up who waits. */
export const lostTask: Rule = {
  id: 'lost-task',
  row: 14,
  title: 'A task that nobody looks after',
  severity: 'normal',
  concern: 'concurrency',
  weight: 4,
  cwe: [252, 833, 772],
  kind: 'question',
  isOn: true,
  looksAround: true,
  absent: Object.fromEntries(
    ECMASCRIPT.map((language) => [
      language,
      'dropped promises are asked about by `unawaited-promise`',
    ]),
  ),
  *find(context: RuleContext): Iterable<Trigger> {
    const { view, language, isTest } = context;
    if (isTest) return;
    for (const one of begun(context)) {
      if (language !== 'rust' || !isInTests(view, one.at)) yield one;
    }
  },
  ask({ what, how, line }) {
    switch (how) {
      case 'void':
        return `Line ${line}: ${what} is \`async void\`, so nobody can wait for it and an error in it ends the program. Should it give a \`Task\`?`;
      case 'block':
        return `Line ${line}: ${what} blocks the thread until the task is done. Can it be awaited, or who makes sure that this cannot lock up?`;
      case 'goroutine':
        return `Line ${line}: nothing waits for ${what}, and nobody sees it fail. How does the program learn that it is done or has failed?`;
      case 'shell':
        return `Line ${line}: ${what} leaves a process in the background. Who learns if it fails?`;
      case 'detach':
        return `Line ${line}: after ${what} nobody can wait for the thread. Does all that it uses live long enough?`;
      default:
        return `Line ${line}: what ${what} begins is dropped, so nobody waits for it or sees its error. Who learns if it fails?`;
    }
  },
  obligations: ['async', 'error'],
  page: {
    why: 'Work that runs beside the rest has nobody who waits for it or sees its error: it may be cut off when the program ends, or fail without a word. Blocking on a task can stop the whole program.',
    instead:
      'Keep what the start gives, wait for it, and look at its error: a wait group, a channel, `await`, `join`, a task set.',
    sources: [
      'Taxonomy row 14',
      'CWE-252, CWE-833',
      'CodeRabbit 2025: concurrency 2.29 x in AI code',
    ],
  },
  examples: lostTaskExamples,
};

/** All that is begun and let go. */
function* begun(context: RuleContext): Iterable<Trigger> {
  const { view, language } = context;
  if (language === 'go') yield* goroutines(context);
  if (language === 'csharp') yield* csharpTasks(context);
  if (language === 'cpp') yield* detached(context);
  yield* keptTasks(context);
  for (const call of view.all('call')) {
    if (isShell(call)) yield { at: call, about: { what: callWords(view, call), how: 'shell' } };
  }
  for (const value of droppedValues(context)) {
    const call = unwrapped(inner(cppVoid(value)));
    if (call.kind !== 'call' || value.kind === 'await') continue;
    const start = startOf(context, call) ?? (givesFuture(context, call) ? call : undefined);
    if (start) yield { at: value, about: { what: callWords(view, start), how: 'task' } };
  }
}

/** Rust's tests stand in the file of what they test. */
function isInTests(view: CodeView, { start }: Trigger['at']): boolean {
  return view
    .all('function')
    .some((one) => one.start <= start && start < one.end && isTestCode(view, one));
}

/** What statements make and nobody keeps, also as `_ = f()`. */
function* droppedValues(context: RuleContext): Iterable<Code> {
  const { view, language } = context;
  for (const { value } of view.all('expression')) {
    const isBlank =
      value.kind === 'assign' && /^(?:_|(?:std::)?ignore)$/.test(context.view.flat(value.target));
    yield isBlank && value.value ? value.value : value;
  }
  // The last line of a Ruby block is what `each` drops.
  for (const { value, isImplicit } of language === 'ruby' ? view.all('return') : []) {
    if (isImplicit && value?.kind === 'call' && isLeftAlone(context, value)) yield value;
  }
  for (const { target, value } of language === 'rust' ? view.all('declare') : []) {
    if (target.kind === 'name' && target.name === '_' && value) yield value;
  }
}

/** C++'s `static_cast<void>(…)`, which says that the value is dropped. */
function cppVoid(code: Code): Code {
  if (code.kind === 'cast' && code.type === 'void') return code.value;
  const [only] = code.kind === 'call' ? code.args : [];
  return only && code.kind === 'call' && /^static_cast\W*void/.test(calleeOf(code)) ? only : code;
}

/** Rust's `spawn(…).unwrap()` still gives what one waits with. */
function unwrapped(code: Code): Code {
  const isUnwrap = code.kind === 'call' && /^(?:unwrap|expect)$/.test(methodOf(code));
  return isUnwrap && code.callee.kind === 'member' ? inner(code.callee.object) : code;
}

/** Nobody means to give on what a Ruby block or method ends with. */
function isLeftAlone({ view }: RuleContext, value: Call): boolean {
  const owner = view.enclosing(value, 'function');
  // A method of one line is there to give it.
  if (owner?.form === 'method')
    return (
      1 < (owner.body?.statements.length ?? 0) &&
      !/start|thread|run|worker|watch|listen|process|fork|spawn|future|promise|new|create|build|make|loop/.test(
        owner.name ?? '',
      )
    );
  const call = owner ? view.parentOf(owner) : undefined;
  return (
    call?.kind === 'call' && /^(?:each|each_with_index|each_slice|find_each)$/.test(methodOf(call))
  );
}

/** A function of the file that says it gives a future; Java has no other word for it. */
function givesFuture({ language, outline, view }: RuleContext, call: Call): boolean {
  if (language !== 'java') return false;
  const found = outline
    .functionsNamed(methodOf(call))
    .filter(({ params }) => params.length === call.args.length);
  return (
    0 < found.length &&
    found.every((one) => FUTURE.test(one.returns ?? '')) &&
    view.enclosing(call, 'function')?.name !== methodOf(call)
  );
}

const FUTURE = /^(?:[\w.]*\.)?(?:\w*Future|CompletionStage|Mono|Single|Completable|Uni)(?:<.*>)?$/s;

/** `exec('… &')`: the shell comes back at once. */
function isShell(call: Call): boolean {
  const [command] = call.args;
  if (!/^(?:exec|shell_exec|system|passthru|popen|`)$/.test(methodOf(call)) || !command)
    return false;
  const last = lastText(command);
  return last !== undefined && /[^&]&\s*$/.test(last);
}

function lastText(code: Code): string | undefined {
  let node = code;
  while (node.kind === 'binary') node = node.right;
  const plain = plainText(node);
  if (plain !== undefined || node.kind !== 'text') return plain;
  const last = node.parts.at(-1);
  return typeof last === 'string' ? last : undefined;
}
