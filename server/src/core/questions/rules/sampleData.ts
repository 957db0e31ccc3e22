import type { Code, FunctionCode, Text } from '../../code/code.ts';
import { calleeOf, methodOf } from '../../code/say.ts';
import { chartData } from '../facts/chartData.ts';
import { functionName } from '../facts/functionName.ts';
import { madeUpPeople } from '../facts/madeUpPeople.ts';
import { nameWords } from '../facts/nameWords.ts';
import { isTestCode } from '../facts/null/rust.ts';
import { isRecord, recordsIn } from '../facts/records.ts';
import type { Rule, RuleContext, Trigger } from '../rule.ts';
import { inBackticks, shortened } from '../words.ts';
import { sampleDataExamples } from './examples/sampleDataExamples.ts';
import { contains } from '../../text/range.ts';

/** Values that stand for some other one. */
const SAMPLES: readonly RegExp[] = [
  /\b(?:example|domain|yourdomain|yoursite|mysite|your-domain|your-site|yourcompany)\.(?:com|org|net|io)\b/i,
  /^[\w.+-]*(?:foo|bar|test|user|someone|john|jane|admin|sample|dummy)[\w.+-]*@(?:foo|bar|baz|test|mail|email|gmail|company|acme|localhost|domain)[\w.]*$/i,
  /\blorem ipsum\b/i,
  /\b(?:john|jane) (?:doe|smith)\b/i,
  /^(?:test|dummy|sample|fake|demo|example|mock|foo|my)[-_ ]?(?:user(?:name)?|customer|account|product|company|client|email|password|passwd|token|api[-_ ]?key|key|secret|data)[-_ ]?\d{0,4}$/i,
  /^(?:change[-_ ]?me|replace[-_ ]?me|your[-_ ](?:\w+[-_ ]){0,3}(?:key|token|secret|password|id|name|url|email|domain|host|project|bucket|org|account|username)(?:[-_ ]here)?)$/i,
  /^(?:0?12345(?:67?8?9?0?)?|123-45-6789|\+?1?[-\s]?\(?(?:123|555)\)?[-\s]?\d{3}[-\s]?\d{4}|4242 ?4242 ?4242 ?4242|4111 ?1111 ?1111 ?1111)$/,
  /^(?:https?|wss?|ftp|postgres(?:ql)?|mysql|mongodb|redis|amqp):\/\/(?:[^@/\s]{1,60}@)?(?:localhost|127\.0\.0\.1)\b/i,
  /\b(?:api|www|app)\.(?:example|acme|foo|foobar|mycompany|yourapp|myapp)\.(?:com|io|org)\b/i,
  /^(?:123 main st(?:reet)?\b.*|acme (?:corp|inc)\w*\.?|foo ?bar(?: ?baz)?)$/i,
  /\b(?:via\.placeholder\.com|placehold\.(?:it|co)|placekitten\.com|picsum\.photos|jsonplaceholder\.typicode\.com|reqres\.in|dummyjson\.com)\b/i,
];
/** Files that are there to show something. */
const SHOWN =
  /(?:^|\/)(?:examples?|samples?|demos?|docs?|seeds?|seeders?|fixtures?|mocks?|__mocks__|stories|storybook|playground|benchmarks?|stubs?)\/|\.(?:stories|mock|seed|fixture|config|sample)s?\.\w+$|(?:mocks?|seeds?|fixtures?|faker?)\.\w+$|(?:^|\/)(?:example|sample|demo)[-_.]?(?:config|settings|server|client|app|usage|project)[^/]*$/i;
/** What says a value to people, or shows one to them. */
const SAYING =
  /^(?:description|desc|help|usage|examples?|placeholder|doc|docs|summary|hint|tooltip|comment|message|title|label|xmlns|schema|\$schema|namespace|metavar|helpText|help_text|placeholderText|reference|deprecated|synopsis|long|short)$/i;
const SAYING_CALL = new Set(
  'log logger logging print println printf sprintf echo warn warning error errorf debug info trace throw raise exception describe desc banner help usage option argument flag example doc deprecate deprecated assert expect comment translate gettext message fmt format match matches replace test includes include contains contain starts startswith ends endswith index equals equal parser namespace xpath fatal fatalf panic puts it'.split(
    ' ',
  ),
);
const FETCHING =
  /^(?:get|fetch|load|find|list|search|query|retrieve|read|lookup|select)(?=[A-Z_]|$)/;
const FETCHING_CAPITAL =
  /^(?:Get|Fetch|Load|Find|List|Search|Query|Retrieve|Read|Lookup|Select)(?=[A-Z_]|$)/;
/** Lists that are part of the program: choices, steps, columns. */
const PARTS =
  /option|column|field|step|tab|menu|nav|route|default|config|setting|feature|plan|tier|section|header|item(?:s)?Types|type|kind|enum|command|flag|template|theme|locale|language|country|countries|currenc|schema|permission|role|level|unit|month|day|color|icon|shortcut|rule|test|mock|sample|example|fixture|fake|demo|dummy|seed|stub|constant|state|status|provider|resource|widget|filter|action|info|param|arg|attribute|propert|meta/i;

/** A value that stands for others is in the product's code. */
export const sampleData: Rule = {
  id: 'sample-data',
  row: 8,
  title: 'Sample data in the code',
  severity: 'normal',
  concern: 'logic',
  weight: 3,
  cwe: [547, 1188],
  kind: 'question',
  isOn: true,
  absent: {},
  *find(context: RuleContext): Iterable<Trigger> {
    const { view, isTest, path, language } = context;
    if (isTest || SHOWN.test(path)) return;
    for (const one of view.all('text')) {
      const value = textOf(one);
      if (value === undefined || !isSample(value) || isShown(context, one)) continue;
      // Rust's tests stand in the file of what they test.
      if (!(language === 'rust' && isTestCode(view, one))) {
        yield { at: one, about: { what: 'value', words: inBackticks(shortened(value)) } };
      }
    }
    const people = [...madeUpPeople(view)];
    for (const { at, count } of people) {
      yield { at, about: { what: 'records', words: String(count) } };
    }
    for (const one of view.all('list', 'call')) {
      if (people.some(({ at }) => contains(at, one))) continue;
      if (2 <= recordsIn(one) && isAnswered(context, one)) {
        yield { at: one, about: { what: 'records', words: String(recordsIn(one)) } };
      }
    }
    for (const { at, count } of chartData(view)) {
      yield { at, about: { what: 'records', words: String(count) } };
    }
    for (const one of view.all('dict', 'call')) {
      if (isRecord(one) && isOnlyAnswer(context, one)) {
        yield { at: one, about: { what: 'record', words: '' } };
      }
    }
  },
  ask: ({ what, words, line }) =>
    what === 'value'
      ? `Line ${line} has ${words}. Is that sample data, or the value that is meant?`
      : what === 'records'
        ? `Line ${line} gives ${words} records that are written in the code. Are they sample data?`
        : `Line ${line} gives a record that is written in the code. Is it sample data?`,
  obligations: ['happy'],
  page: {
    why: 'Generated code fills gaps with made-up values: an address at example.com, three users in a list. The program runs with them, and shows or mails them.',
    instead: 'Take the value from where it really comes from, or move the samples to the tests.',
    sources: ['CWE-547, CWE-1188', 'Tambon et al. 2024: incomplete generation'],
  },
  examples: sampleDataExamples,
};

function textOf({ parts }: Text): string | undefined {
  const [first] = parts;
  return typeof first === 'string' && first.length < 200 ? first : undefined;
}

function isSample(value: string): boolean {
  // Sentences speak of samples, values are some.
  const nSpaces = value.split(' ').length - 1;
  if (4 < nSpaces && !/lorem ipsum/i.test(value)) return false;
  if (/e\.g\.|for example|\bsuch as\b|^\^|\\[wd.]|[<>{}]/i.test(value)) return false;
  // "Your real name" says what is asked for.
  if (value.startsWith('Your ') && !value.endsWith('here')) return false;
  // The digits, as an alphabet.
  if (value.startsWith('0123456789')) return false;
  return SAMPLES.some((sample) => sample.test(value.trim()));
}

/** Whether the text is looked for, said to people, or only taken where nothing is set. */
function isShown(context: RuleContext, text: Text): boolean {
  const { view } = context;
  const value = textOf(text) ?? '';
  const isFiller = /\blorem ipsum\b/i.test(value);
  const isOfSomebody = isFiller || OF_SOMEBODY.test(value);
  const isLocal = LOCAL.test(value);
  let inner: Code = text;
  let isAddressed = false;
  for (const around of view.around(text)) {
    switch (around.kind) {
      case 'entry':
        if (around.key === inner) return true;
        isAddressed ||= ADDRESSED.test(view.flat(around.key).replace(/^[:'"]+|['":]+$/g, ''));
        if (isSaid(view.flat(around.key).replace(/^[:'"]+|['":]+$/g, ''), isFiller)) return true;
        break;
      case 'named':
      case 'attribute':
        if (
          isSaid(around.name, isFiller) ||
          (isLocal && around.name === 'default') ||
          /^(?:xml|xlink|href|rel|data-|aria-)/.test(around.name)
        )
          return true;
        break;
      case 'binary':
        // `name + '@example.net'`: only its form is looked at.
        if (around.operator === '+' && value.startsWith('@')) return true;
        // Compared, or what is taken where nothing else is given.
        if (around.operator === '+' || around.operator === '.') break;
        if (!isOfSomebody || !/^(?:\|\||\?\?)$/.test(around.operator) || isSetting(context, around))
          return true;
        break;
      case 'param':
      case 'throw':
      case 'case':
        return true;
      case 'element':
        if (!isFiller) return true;
        break;
      case 'index':
        if (around.index === inner) return true;
        break;
      case 'conditional':
        if (!isOfSomebody || around.condition === inner || isSetting(context, around)) return true;
        break;
      case 'call': {
        const name = methodOf(around);
        // `paths.get('MY_DATA')`: a key.
        if (around.args[0] === inner && KEYED.test(name) && /^\w+$/.test(value)) return true;
        const words = nameWords(calleeOf(around));
        if (words.some((word) => SAYING_CALL.has(word) && !(isAddressed && word === 'message')))
          return true;
        // `getenv('A', 'http://localhost')`, `new URL(path, 'http://localhost')`
        if (
          around.args.indexOf(inner) === 1 &&
          /^(?:get|env|getenv|fetch|URL|urljoin|resolve|config|Get|getOrDefault|GetValue|getProperty|unwrap_or)/.test(
            name,
          )
        )
          return true;
        if (
          /default|or_else|unwrap_or|fallback|^set_?default/i.test(name) &&
          !(isOfSomebody && /else/.test(name))
        )
          return true;
        break;
      }
      case 'function':
        // A machine's own address where the environment names no other.
        if (isLocal && FROM_ENVIRONMENT.test(view.flat(around).slice(0, 1000))) return true;
        return /default|example|sample|help|usage|demo|mock|test|doc|placeholder/i.test(
          around.name ?? '',
        );
      case 'declare':
      case 'assign':
        if (around.kind === 'assign' && /^(?:\|\||\?\?)=$/.test(around.operator) && isLocal)
          return true;
        if (
          REFUSED.test(view.flat(around.target)) ||
          (!isAddressed && isSaid(nameIn(view.flat(around.target)), isFiller)) ||
          /default|example|sample|help|usage|placeholder|test|mock|demo|namespace|ns$|pattern|regex|allowed|blocked|local|dummy|base_?$/i.test(
            view.flat(around.target),
          )
        )
          return true;
        break;
      case 'expression':
        // A docstring.
        if (around.value === text) return true;
        break;
      default:
        break;
    }
    inner = around;
  }
  return false;
}

/** Whom a message goes to. */
const ADDRESSED = /^(?:to|cc|bcc|email|recipients?|reply_?to|to_?(?:address|email))$/i;

/** Data of a person, which nobody else may have instead. */
const OF_SOMEBODY =
  /^[\w.+-]+@[\w.-]+$|^(?:john|jane) (?:doe|smith)$|^\+?[\d\s()-]{7,}$|^123 main st/i;

const LOCAL = /^\w+:\/\/(?:[^@/\s]{1,60}@)?(?:localhost|127\.0\.0\.1)\b/;
const FROM_ENVIRONMENT = /\bprocess\.env\b|\benviron\b|getenv\(|import\.meta\.env/i;
const KEYED = /^(?:get|has|pop|fetch|getPath|get_path)$/;
/** Lists of what nobody may choose. */
const REFUSED =
  /(?:bad|weak|common|forbidden|denied|reserved|refused|disposable|black|leaked)\w*$/i;

/** A filler is wrong in a description, too. */
function isSaid(name: string, isFiller: boolean): boolean {
  return isFiller
    ? /^(?:placeholder\w*|examples?|metavar|help\w*|usage|hint)$/i.test(name)
    : SAYING.test(name);
}

/** Taken where nothing is set for the machine. */
function isSetting({ view }: RuleContext, code: Code): boolean {
  return /env\b|environ|getenv|config|setting|option|argv|default/i.test(
    view.flat(view.statementOf(code)).slice(0, 300),
  );
}

function nameIn(words: string): string {
  return words.replace(/^.*[.>]/, '');
}

function functionOf({ view }: RuleContext, code: Code): FunctionCode | undefined {
  const found = view
    .around(code)
    .find((one) => one.kind === 'function' && functionName(view, one) !== undefined);
  return found?.kind === 'function' ? found : undefined;
}

function isFetching({ view }: RuleContext, fn: FunctionCode): boolean {
  const name = functionName(view, fn) ?? '';
  return (FETCHING.test(name) || FETCHING_CAPITAL.test(name)) && !PARTS.test(name);
}

/** Whether a list is what a function gives that is to look something up. */
function isAnswered(context: RuleContext, list: Code): boolean {
  const fn = functionOf(context, list);
  if (!fn || !isFetching(context, fn)) return false;
  for (const around of context.view.around(list)) {
    if (around.kind === 'return' || around.kind === 'declare' || around.kind === 'assign')
      return true;
    if (around === fn) return false;
    if (around.kind === 'list' || around.kind === 'dict' || around.kind === 'call') {
      if (
        !/^(?:Ok|Some|vec!|List|of|asList|resolve|success|json|from|new|Task|FromResult|collect|to_vec)?$/.test(
          around.kind === 'call' ? methodOf(around) : 'list',
        ) &&
        around.kind === 'call' &&
        !around.isNew
      )
        return false;
    }
  }
  return false;
}

/** `function getUser(id) { return { id, name: 'Ada' }; }`: all that the function does. */
function isOnlyAnswer(context: RuleContext, record: Code): boolean {
  const fn = functionOf(context, record);
  if (!fn?.body || !isFetching(context, fn) || fn.params.length === 0) return false;
  const statements = fn.body.statements.filter(
    (one) => !(one.kind === 'expression' && one.value.kind === 'text'),
  );
  const [only] = statements;
  if (statements.length !== 1 || only?.kind !== 'return' || !only.value) return false;
  const { value } = only;
  const given = value.kind === 'list' ? value.items[0] : value;
  const inner = given?.kind === 'unary' ? given.operand : given;
  if (inner === record) return true;
  return inner?.kind === 'call' && inner.args.length === 1 && inner.args[0] === record;
}
