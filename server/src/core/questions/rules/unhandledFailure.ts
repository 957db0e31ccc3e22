import type { Call, Code, FunctionCode } from '../../code/code.ts';
import { methodOf } from '../../code/say.ts';
import { unhandledFailureExamples } from './examples/unhandledFailure.ts';
import { boundaryOf, type Boundary } from '../facts/boundaries.ts';
import { chainOf, linksOf, wordsOf } from '../facts/chain.ts';
import { outsideOf } from '../facts/outsideCalls.ts';
import { perFile } from '../facts/perFile.ts';
import { isProtected } from '../facts/protection.ts';
import { headOf } from '../facts/whatFails.ts';
import { isEcmascript } from '../languageId.ts';
import type { Rule, RuleContext, Trigger } from '../rule.ts';
import { callWords } from '../words.ts';

/** The file sees to failures in one place. */
const isCaughtForAll = perFile(({ view: { text } }) =>
  /rescue_from|express-async-errors|ExceptionHandler/.test(text),
);

/** A program is entered here, something can fail, and nothing catches it. */
export const unhandledFailure: Rule = {
  id: 'unhandled-failure',
  row: 11,
  title: 'A failure that nothing catches',
  severity: 'normal',
  concern: 'errors',
  weight: 3,
  cwe: [248, 755],
  kind: 'question',
  isOn: true,
  looksAround: true,
  absent: {},
  *find(context: RuleContext): Iterable<Trigger> {
    const { view, isTest, path } = context;
    if (
      isTest ||
      /(?:^|\/)_?(?:examples?|samples?|demos?|benches|benchmarks?)\/|\.stor(?:ies|y)\.|(?:^|\/)build\.rs$/.test(
        path,
      ) ||
      isCaughtForAll(context)
    )
      return;
    const seen = new Set<Code>();
    for (const call of view.all('call')) {
      const owner = view.enclosing(call, 'function');
      if (!owner || seen.has(owner)) continue;
      const failing = whatCanFail(context, call, owner);
      if (!failing) continue;
      const boundary = boundaryOf(context, owner);
      if (!boundary || !isOpen(context, failing, boundary, owner)) continue;
      seen.add(owner);
      const isEnd = isEnding(call);
      const how = isEnd && boundary !== 'main' ? 'end' : boundary;
      const what = isEnd && boundary === 'main' ? 'the step before' : callWords(view, failing.call);
      yield { at: call, about: { what, how } };
    }
  },
  ask({ what, how, line }) {
    switch (how) {
      case 'end':
        return `Line ${line}: ${what} stops more than this one request when something fails. What do the other users see?`;
      case 'job':
        return `Line ${line}: nothing here catches it when ${what} fails. Who learns of it, and does the job run again?`;
      case 'thread':
        return `Line ${line}: nothing in this thread catches it when ${what} fails. What happens to the program then?`;
      default:
        return `Line ${line}: nothing here catches it when ${what} fails. What does the user see then?`;
    }
  },
  obligations: ['error', 'implicit-error'],
  page: {
    why: 'This is where the program is entered from outside, so nobody above can handle what fails here. The user gets a blank page, a hanging request or a stack trace, or the whole program ends.',
    instead:
      'Catch the failure here, or hand it to what the framework offers for it, and answer with something that the user can act on.',
    sources: ['CWE-248, CWE-755', 'CodeRabbit 2025: exception handling 1.97 x in AI code'],
  },
  examples: unhandledFailureExamples,
};

interface Failing {
  readonly call: Call;
  readonly kind: 'network' | 'database' | 'file' | 'process' | 'parse' | 'awaited' | 'end';
}

/** What may fail at a call, as the language tells failure. */
function whatCanFail(context: RuleContext, call: Call, owner: FunctionCode): Failing | undefined {
  const { view, language } = context;
  const word = methodOf(call);
  if (language === 'go') return isEnding(call) ? { call, kind: 'end' } : undefined;
  if (language === 'rust') {
    if (!/^(?:unwrap|expect)$/.test(word) || 1 < call.args.length) return undefined;
    for (const link of linksOf(call)) {
      const outside = outsideOf(link, language);
      if (outside !== undefined) return { call: link, kind: outside };
    }
    return undefined;
  }
  if (isHarmless(context, call, owner)) return undefined;
  const outside = outsideOf(call, language);
  if (outside !== undefined && isThrowing(context, call)) return { call, kind: outside };
  if (language === 'python' && isReadingAsked(call)) return { call, kind: 'parse' };
  const parent = view.parentOf(call);
  if (parent?.kind !== 'await' || !isEcmascript(language) || !owner.isAsync) return undefined;
  const head = headOf(call);
  if (isWaiting(view.textOf(head)) || isCaughtInside(context, head)) return undefined;
  const isPlain =
    view.parentOf(owner)?.kind === 'call' || view.parentOf(owner)?.kind === 'attribute';
  return isPlain || WORKS.test(methodOf(head)) ? { call: head, kind: 'awaited' } : undefined;
}

/** Over the program's own output, of a session that is there, or for who hears of it elsewhere. */
function isHarmless({ view, language }: RuleContext, call: Call, owner: FunctionCode): boolean {
  if (chainOf(call).startsWith('request.session.')) return true;
  if (call.args.some((arg) => /^System\.(?:out|err|in)$/.test(view.flat(arg)))) return true;
  // `parser.on('-p port') { |val| Integer(val) }`: reading the options is what may fail.
  const given = view.parentOf(owner);
  return (
    language === 'ruby' &&
    given?.kind === 'call' &&
    methodOf(given) === 'on' &&
    /\.parse!?\b[^\n]{0,80}\n\s{0,20}rescue\b/.test(view.text)
  );
}

/** `new Promise(resolve => setTimeout(resolve, 9))` does not fail. */
function isWaiting(words: string): boolean {
  return words.length < 120 && words.startsWith('new Promise(') && /\bsetTimeout\b/.test(words);
}

/** What the file's own function does is in a `try` that catches. */
function isCaughtInside({ view, outline }: RuleContext, call: Call): boolean {
  const known = call.callee.kind === 'name' ? outline.functionsNamed(methodOf(call)) : [];
  return 0 < known.length && known.every((one) => /\bcatch\s?\(|\.catch\(/.test(view.textOf(one)));
}

/** What functions are called that ask somebody else. */
const WORKS =
  /^(?:fetch|load|save|create|update|delete|remove|post|put|patch|get|send|submit|upload|download|login|logout|sign|register|import|export|sync|publish|pay|charge|add|query|find|place|subscribe|invite|mutate|request)/;

/** `int(request.args["limit"])`: whoever asks writes what he likes. */
function isReadingAsked(call: Call): boolean {
  const [given] = call.args;
  return (
    given !== undefined &&
    /^(?:int|float|Decimal|(?:uuid\.)?UUID|(?:datetime\.)?(?:datetime|date)\.(?:strptime|fromisoformat))$/.test(
      chainOf(call),
    ) &&
    /^(?:request|event)(?:\.|\[)/.test(wordsOf(given))
  );
}

/** Ends the program, or all that runs beside. */
function isEnding(call: Call): boolean {
  // Go's `MustCompile(pattern)`, where the pattern is not written here.
  const [given] = call.args;
  if (/^(?:regexp|uuid|template|netip|time|decimal)\.Must\w*$/.test(chainOf(call)))
    return given !== undefined && given.kind !== 'text';
  return /^(?:log\.(?:Fatal\w*|Panic\w*)|os\.Exit|panic|logrus\.Fatal\w*)$/.test(chainOf(call));
}

/** PHP, and C++ as far as it is C, tell failure by what they give back. */
function isThrowing({ language }: RuleContext, call: Call): boolean {
  const chain = chainOf(call);
  if (language === 'php') {
    if (chain === 'json_decode')
      return call.args.some((arg) => arg.kind === 'name' && arg.name === 'JSON_THROW_ON_ERROR');
    return !/^(?:[a-z_]+)$/.test(chain) || /^(?:PDO|SoapClient|DateTime\w*)$/.test(chain);
  }
  if (language === 'cpp') {
    // `parse(text, nullptr, false)` gives what is marked as unreadable.
    if (call.args.some((arg) => arg.kind === 'constant' && arg.value === false)) return false;
    if (/^(?:sto\w+|(?:nlohmann\.)?json\.parse|YAML\.\w+|(?:boost\.)?lexical_cast)$/.test(chain))
      return true;
    return (
      /^(?:std\.)?(?:filesystem|fs)\./.test(chain) &&
      !call.args.some((arg) => arg.kind === 'name' && /^e[cr]/.test(arg.name))
    );
  }
  if (language === 'java' && /^(?:\w+\.valueOf|URI|URL)$/.test(chain)) return false;
  // What is read there is no file.
  if (/^Stream(?:Reader|Writer)$/.test(chain))
    return !/body|stream|request|response|buffer|memory/i.test(lastWordOf(call));
  if (language === 'csharp' && /^(?:Convert\.\w+|Uri|File\.Exists|Directory\.Exists)$/.test(chain))
    return false;
  return !/\.(?:exists|isFile|isDirectory|Exists|exist\?)$/.test(chain);
}

function lastWordOf({ args: [given] }: Call): string {
  return given ? wordsOf(given) : '';
}

/** Whether the failure reaches the boundary, and nobody there is known to take it. */
function isOpen(
  { view, language }: RuleContext,
  { call, kind }: Failing,
  boundary: Boundary,
  owner: FunctionCode,
): boolean {
  if (isProtected(view, call)) return false;
  if (kind === 'end') {
    return boundary === 'handler' || (boundary === 'main' && methodOf(call) === 'panic');
  }
  if (isEcmascript(language)) {
    const isAsync = owner.isAsync || kind === 'parse';
    if (boundary === 'main') {
      return (
        /^\s*(?:void\s+)?main\([^)\n]*\);?\s*$|export\s+(?:default\s+)?async\s+function\s+main\b/m.test(
          view.text,
        ) && !/main\([^)\n]*\)\s*\.(?:catch|then)/.test(view.text)
      );
    }
    // Sync handlers of a server, and decorated ones, have a framework around them.
    if (owner.decorators.length === 0) return isAsync && (boundary !== 'handler' || owner.isAsync);
  }
  // Frameworks answer for their own database.
  if (kind === 'database')
    return (
      boundary === 'job' || boundary === 'thread' || isEcmascript(language) || language === 'rust'
    );
  if (kind === 'awaited') return false;
  if (boundary === 'main') return kind !== 'process' && (language !== 'python' || kind !== 'file');
  return true;
}
