import type { Code } from '../../code/code.ts';
import { lastWord } from '../../code/say.ts';
import { endlessOf, endlessStruct } from '../facts/timeouts/endless.ts';
import { outsideOf } from '../facts/outsideCalls.ts';
import type { Rule, RuleContext, Trigger } from '../rule.ts';
import { callWords, inBackticks, quoted } from '../words.ts';
import { missingTimeoutExamples } from './examples/missingTimeout.ts';

/** What waits for another machine, process or task for as long as it takes. */
export const missingTimeout: Rule = {
  id: 'missing-timeout',
  row: 24,
  title: 'A wait without a time limit',
  severity: 'low',
  concern: 'io',
  weight: 2,
  cwe: [400, 1088],
  kind: 'question',
  isOn: true,
  looksAround: true,
  absent: {},
  *find(context: RuleContext): Iterable<Trigger> {
    const { view, isTest, path } = context;
    if (isTest || ASIDE.test(path)) return;
    for (const call of view.all('call')) {
      const how = endlessOf(context, call);
      if (how) yield { at: call, about: { what: callWords(view, call), how } };
    }
    for (const dict of view.all('dict')) {
      const how = endlessStruct(context, dict);
      if (how) yield { at: dict, about: { what: inBackticks(dict.type ?? ''), how } };
    }
    for (const { at, name, value } of settings(context)) {
      if (!LIMIT_NAMES.test(name) || !isNone(context, value)) continue;
      yield { at, about: { what: quoted(view, at), how: 'off' } };
    }
  },
  ask({ what, how, line }) {
    switch (how) {
      case 'end':
        return `Line ${line}: ${what} waits for as long as it takes. What happens if that never ends?`;
      case 'sender':
        return `Line ${line}: ${what} gives clients no time limit: one that sends slowly keeps its connection. Is it limited elsewhere?`;
      case 'off':
        return `Line ${line}: ${what} takes the time limit away. What happens if the other side never answers?`;
      default:
        return `Line ${line}: ${what} has no timeout here. What happens if the other side never answers?`;
    }
  },
  obligations: ['error', 'time'],
  page: {
    why: 'The other side hangs, or the network loses the answer. The call waits for ever, and with it a request, a worker or a connection, until none is left.',
    instead:
      'Give it a limit that its caller can live with, and say what happens when it is over. Limits that a library has by itself are known and not asked about.',
    sources: ['CWE-400, CWE-1088', 'CodeRabbit 2025: excessive I/O 8 x in AI code'],
  },
  examples: missingTimeoutExamples,
};

/** Nobody waits for these but who started them. */
const ASIDE =
  /(?:^|\/)(?:scripts?|tools?|_?examples?|benchmarks?|bench|docs|samples|migrations)\/|(?:^|\/)(?:setup|conf|gulpfile|Gruntfile)\.\w+$/i;

const LIMIT_NAMES =
  /^(?:(?:read|write|connect|open|socket|request|response|command|total|CURLOPT)_?)?time_?out(?:_?ms)?$/i;

interface Given {
  readonly at: Code;
  readonly name: string;
  readonly value: Code;
}

/** Where a time limit is given. */
function* settings({ view, language }: RuleContext): Iterable<Given> {
  for (const call of view.all('call')) {
    const isOutside = outsideOf(call, language) !== undefined;
    for (const arg of call.args) {
      if (arg.kind === 'named' && (isOutside || CLIENTS.test(view.textOf(call.callee))))
        yield { at: arg, name: arg.name, value: arg.value };
      if (arg.kind === 'dict' && isOutside)
        for (const entry of arg.entries)
          if (entry.kind === 'entry')
            yield { at: entry, name: lastWord(entry.key), value: entry.value };
    }
    const [first, second, third] = call.args;
    const method = lastWord(call.callee);
    if (first && /^set(?:Read|Connect|So)Timeout$|^readTimeout$/.test(method))
      yield { at: call, name: 'readTimeout', value: first };
    const isOption = /^curl_(?:easy_)?setopt$/.test(method);
    if (isOption && second && third) yield { at: call, name: lastWord(second), value: third };
  }
  for (const assign of view.all('assign')) {
    const { target, value } = assign;
    if (target.kind === 'member' && value && HOLDERS.test(view.flat(target.object)))
      yield { at: assign, name: target.name, value };
  }
}

const CLIENTS = /httpx|aiohttp|Client|Session|Timeout|requests/;
const HOLDERS = /(?:client|http|conn(?:ection)?|request|req|command|cmd|sock(?:et)?|session)_?$/i;

function isNone({ view, language }: RuleContext, value: Code): boolean {
  if (value.kind === 'constant') return value.value === null;
  if (value.kind === 'number') return value.value === 0 && language !== 'python';
  return /InfiniteTimeSpan|Timeout\.Infinite$|^-1$|^0L$/.test(view.textOf(value));
}
