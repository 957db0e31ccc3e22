import type { Code } from '../../code/code.ts';
import { everythingIn, mentions, methodOf, namesIn } from '../../code/say.ts';
import { callPlace } from '../facts/callPlace.ts';
import { isChecked } from '../facts/checked.ts';
import { amountOf, filterOf, looseValues } from '../facts/limits.ts';
import type { Origin } from '../facts/origin.ts';
import { originKey, outsideOf } from '../facts/outside.ts';
import { outsideWordsAtEnd } from '../facts/outsideWords.ts';
import { variablesOf } from '../facts/variables.ts';
import { ECMASCRIPT } from '../languageId.ts';
import { uncheckedInputExamples } from './examples/uncheckedInput.ts';
import type { Rule, RuleContext, Trigger } from '../rule.ts';
import { inBackticks } from '../words.ts';

/** What somebody outside sends is used as an amount, a place in a list or a filter, as it came in. */
export const uncheckedInput: Rule = {
  id: 'unchecked-input',
  row: 36,
  title: 'Input that is used before anything checks it',
  severity: 'normal',
  concern: 'security',
  weight: 3,
  cwe: [20, 129, 770, 789, 943],
  kind: 'question',
  isOn: true,
  absent: {},
  *find(context: RuleContext): Iterable<Trigger> {
    const { view, language, isTest } = context;
    if (isTest) return;
    const asked = new Set<string>();
    const open = (code: Code): Origin | undefined => {
      const origin = outsideOf(context).valueIn(code);
      if (!origin || asked.has(originKey(view, origin, code))) return undefined;
      if (
        /getenv|environ|env::var|process\.env|\bENV\b|Environment/.test(view.flat(origin.from)) ||
        isBounded(context, code, origin)
      )
        return undefined;
      asked.add(originKey(view, origin, code));
      return origin;
    };
    for (const call of view.all('call')) {
      const amount = amountOf(call, language);
      const origin = amount && open(amount);
      if (amount && origin) {
        yield {
          at: callPlace(view, call),
          about: { what: outsideWordsAtEnd(view, amount, origin), form: 'amount' },
        };
        continue;
      }
      const filter = filterOf(call, language);
      if (!filter) continue;
      for (const value of looseValues(filter)) {
        const from = outsideOf(context).textIn(value);
        const isLoose =
          from?.kind === 'request' && canBeObject(view.flat(from.from)) && !isMadeText(value);
        if (!isLoose || isChecked(view, value, from)) continue;
        yield {
          at: callPlace(view, call),
          about: { what: outsideWordsAtEnd(view, value, from), form: 'filter' },
          severity: 'normal',
        };
        break;
      }
    }
    yield* amountsThatNobodyChecks(context);
    if (language === 'java') yield* amountsOfBodies(context);
    if (PLACES.has(language)) {
      for (const one of view.all('index')) {
        const { index } = one;
        if (!index || index.kind === 'text' || index.kind === 'number') continue;
        const origin = outsideOf(context).valueIn(index);
        const isPlace = origin?.isNumber && open(index);
        if (isPlace)
          yield {
            at: one,
            about: { what: outsideWordsAtEnd(view, index, isPlace), form: 'place' },
          };
      }
    }
    for (const loop of view.all('loop')) {
      if (loop.form !== 'count' || loop.condition?.kind !== 'binary') continue;
      const { right } = loop.condition;
      const origin = outsideOf(context).valueIn(right);
      const isAmount = origin?.isNumber && !/^(?:argc)$/.test(view.flat(right)) && open(right);
      if (isAmount)
        yield {
          at: loop,
          about: { what: outsideWordsAtEnd(view, right, isAmount), form: 'amount' },
        };
    }
  },
  ask: ({ what, line, form }) =>
    form === 'filter'
      ? `Line ${line} filters by ${what}, which can be an object such as \`{ $ne: null }\`. Is it made sure to be a text before?`
      : form === 'place'
        ? `Line ${line} uses ${what} as a place in a list. What happens when it is negative, too large or no number?`
        : `Line ${line} uses ${what} as an amount. What happens when it is negative, very large or no number?`,
  obligations: ['boundary', 'numeric', 'text', 'error'],
  page: {
    why: 'Whoever sends the value chooses how much memory, time or how many rows are used, which place is read, or what a filter matches. Nothing between the request and this line looks at it.',
    instead:
      'Check it where it comes in: a schema, a type, a lower and an upper bound. Answer with an error where it does not fit.',
    sources: [
      'CWE-20, CWE-129, CWE-770',
      'Tambon et al. 2024: missing corner cases are among the commonest bugs of AI code',
    ],
  },
  examples: [
    {
      languages: [...ECMASCRIPT],
      asks: 'async function list(req, res) {\n  const size = parseInt(req.query.size, 10);\n  const rows = await Item.find().limit(size); ⟵\n  const bytes = Buffer.alloc(Number(req.query.length)); ⟵\n  const user = await User.findOne({ email: req.body.email }); ⟵\n}',
      quiet:
        'async function list(req, res) {\n  const size = Math.min(parseInt(req.query.size, 10) || 20, 100);\n  const rows = await Item.find().limit(size);\n  const length = Number(req.query.length);\n  if (!(0 < length && length < 1000)) return res.status(400).end();\n  const bytes = Buffer.alloc(length);\n  const user = await User.findOne({ email: String(req.body.email) });\n}',
    },
    {
      languages: ['python'],
      asks: 'def page():\n    count = int(request.args["count"])\n    for i in range(count): ⟵\n        show(i)\n    return users.find_one({"name": request.json["name"]}) ⟵',
      quiet:
        'def page():\n    count = min(int(request.args["count"]), 100)\n    for i in range(count):\n        show(i)\n    return users.find_one({"name": str(request.json["name"])})',
    },
    {
      languages: ['go'],
      asks: 'package a\n\nfunc page(w http.ResponseWriter, r *http.Request) {\n\tn, _ := strconv.Atoi(r.FormValue("n"))\n\tbuf := make([]byte, n) ⟵\n\ti, _ := strconv.Atoi(r.URL.Query().Get("i"))\n\tshow(buf, items[i]) ⟵\n}',
      quiet:
        'package a\n\nfunc page(w http.ResponseWriter, r *http.Request) {\n\tn, err := strconv.Atoi(r.FormValue("n"))\n\tif err != nil || n < 0 || 100 < n {\n\t\treturn\n\t}\n\tbuf := make([]byte, n)\n\tshow(buf, byID[r.FormValue("id")])\n}',
    },
    {
      languages: ['rust'],
      asks: 'async fn page(Query(q): Query<Page>) -> Vec<u8> {\n    Vec::with_capacity(q.size) ⟵\n}',
      quiet:
        'async fn page(Query(q): Query<Page>) -> Vec<u8> {\n    Vec::with_capacity(q.size.min(100))\n}',
    },
    {
      languages: ['java'],
      asks: 'class Page {\n  void page(HttpServletRequest req) {\n    int n = Integer.parseInt(req.getParameter("n"));\n    List<String> rows = new ArrayList<>(n); ⟵\n    show(items[Integer.parseInt(req.getParameter("i"))]); ⟵\n  }\n}',
      quiet:
        'class Page {\n  void page(HttpServletRequest req) {\n    int n = Integer.parseInt(req.getParameter("n"));\n    if (n < 0 || 100 < n) throw new IllegalArgumentException("n");\n    List<String> rows = new ArrayList<>(n);\n  }\n}',
    },
    {
      languages: ['csharp'],
      asks: 'class PageController : Controller {\n  public IActionResult Page(int size, int at) {\n    var rows = db.Rows.Take(size).ToList(); ⟵\n    return Ok(names[at]); ⟵\n  }\n}',
      quiet:
        'class PageController : Controller {\n  public IActionResult Page(int size, int at) {\n    var rows = db.Rows.Take(Math.Clamp(size, 1, 100)).ToList();\n    if (at < 0 || names.Length <= at) return NotFound();\n    return Ok(names[at]);\n  }\n}',
    },
    {
      languages: ['cpp'],
      asks: 'int main(int argc, char** argv) {\n  int n = atoi(argv[1]);\n  char* buf = (char*)malloc(n); ⟵\n  int i = std::stoi(argv[2]);\n  return table[i]; ⟵\n}',
      quiet:
        'int main(int argc, char** argv) {\n  if (argc < 3) return 1;\n  int n = atoi(argv[1]);\n  if (n < 0 || 4096 < n) return 1;\n  char* buf = (char*)malloc(n);\n  return table[0];\n}',
    },
    {
      languages: ['ruby'],
      asks: 'def index\n  size = params[:size].to_i\n  rows = Item.limit(size) ⟵\n  sleep(params[:wait].to_i) ⟵\nend',
      quiet:
        'def index\n  size = params[:size].to_i.clamp(1, 100)\n  rows = Item.limit(size)\n  sleep(1)\nend',
    },
    {
      languages: ['php'],
      asks: "<?php\nfunction page(Request $request) {\n  $n = (int) $_GET['n'];\n  echo str_repeat('-', $n); ⟵\n  $rows = Item::query()->limit($request->input('size')); ⟵\n}",
      quiet:
        "<?php\nfunction page(Request $request) {\n  $n = min((int) $_GET['n'], 100);\n  echo str_repeat('-', $n);\n  $rows = Item::query()->limit(20);\n}",
    },
    ...uncheckedInputExamples,
  ],
};

const AMOUNT =
  /(?:amount|price|quantity|qty|total|sum|balance|discount|cost|fee|points|credits|rate|percent(?:age)?|units|seats|copies|weight|score)$|(?:^|_)age$/i;

/** What a body of JSON holds as a number, by its name. */
const JSON_AMOUNT = /^(?:amount|quantity|qty|price|total|balance|discount|points|credits)$/;

/** A number of the request that is handed on, and that no condition looks at. */
function* amountsThatNobodyChecks(context: RuleContext): Iterable<Trigger> {
  const { view } = context;
  for (const one of view.all('declare', 'assign')) {
    const { target, value } = one;
    const first = target.kind === 'pattern' ? target.parts[0] : target;
    if (first?.kind !== 'name' || !value || !AMOUNT.test(first.name)) continue;
    const { name } = first;
    const origin = outsideOf(context).valueIn(value);
    const isAmount =
      origin?.isNumber === true || (value.kind === 'index' && JSON_AMOUNT.test(name));
    if (origin?.kind !== 'request' || !isAmount || isBounded(context, value, origin)) continue;
    const conditions = view.all('if', 'conditional', 'loop', 'switch');
    const isLookedAt = conditions.some((each) => {
      const asked = each.kind === 'switch' ? each.subject : each.condition;
      return asked !== undefined && mentions(asked, name);
    });
    const calls = view
      .all('call')
      .filter((call) => one.end <= call.start && call.args.some((arg) => mentions(arg, name)));
    const isJudged = calls.some((call) =>
      /valid|check|assert|ensure|verif|require|clamp|min|max|parse|schema|isNaN|isFinite/i.test(
        methodOf(call),
      ),
    );
    if (isLookedAt || isJudged || calls.length === 0) continue;
    yield { at: one, about: { what: inBackticks(name), form: 'amount' } };
  }
}

/** `transfers.move(from, request.getCents())` of a body that nothing has validated. */
function* amountsOfBodies(context: RuleContext): Iterable<Trigger> {
  const { view } = context;
  for (const call of view.all('call')) {
    for (const arg of call.args) {
      const isGetter = arg.kind === 'call' && arg.args.length === 0 && arg.callee.kind === 'member';
      if (!isGetter) continue;
      const word = methodOf(arg).replace(/^get/, '');
      if (!AMOUNT.test(word) && !/^cents$/i.test(word)) continue;
      const origin = outsideOf(context).valueIn(arg);
      if (origin?.kind !== 'request' || origin.from.kind !== 'param') continue;
      const marks = origin.from.decorators.map((mark) => view.flat(mark));
      const isBody = marks.some((mark) => /RequestBody|ModelAttribute/.test(mark));
      if (!isBody || marks.some((mark) => /Valid/.test(mark))) continue;
      if (isBounded(context, arg, origin) || isAskedSomewhere(view, arg)) continue;
      yield {
        at: callPlace(view, call),
        about: { what: outsideWordsAtEnd(view, arg, origin), form: 'amount' },
      };
      return;
    }
  }
}

/** A condition of the block asks about it. */
function isAskedSomewhere(view: RuleContext['view'], value: Code): boolean {
  const words = view.flat(value);
  return view
    .all('if', 'conditional')
    .some(
      ({ condition }) =>
        condition.end - condition.start < 400 && view.flat(condition).includes(words),
    );
}

/** Languages where a place outside of a list ends the program, or reads what lies behind it. */
const PLACES: ReadonlySet<string> = new Set(['go', 'rust', 'java', 'csharp', 'cpp']);

/** A body or a query holds objects; a path, a header and a cookie hold text. */
function canBeObject(from: string): boolean {
  if (from.startsWith('event')) return false;
  return (
    !/\b(?:params|headers?|cookies?|path|args|form|GET|POST)\b/.test(from) &&
    /\b(?:body|query|json|get_json|data|_POST|_GET|_REQUEST|input|post|get)\b/.test(from)
  );
}

function isMadeText(value: Code): boolean {
  if (value.kind === 'text' || value.kind === 'binary') return true;
  return (
    value.kind === 'call' &&
    /^(?:String|str|toString|trim|toLowerCase|strval|lower|strip|ObjectId)$/.test(methodOf(value))
  );
}

/** A comparison or a bound stands before: what it finds is not judged. */
function isBounded(context: RuleContext, code: Code, origin: Origin): boolean {
  const { view } = context;
  if (isChecked(view, code, origin)) return true;
  // PHP's filter with bounds.
  const { from } = origin;
  if (from.kind === 'call' && from.args.some((arg) => /min_range|max_range/.test(view.flat(arg))))
    return true;
  for (const node of everythingIn(code)) {
    if (node.kind === 'call' && BOUNDS.test(methodOf(node))) return true;
  }
  const names = new Set([...namesIn(code), ...origin.names]);
  const own = [...names].filter((name) => variablesOf(view).has(name));
  const conditions = view
    .all('if', 'conditional', 'loop')
    .filter(({ start }) => start < code.start);
  return conditions.some((one) => {
    if (!one.condition) return false;
    for (const node of everythingIn(one.condition)) {
      if (node.kind !== 'binary' || !/^(?:[<>]=?|instanceof)$/.test(node.operator)) continue;
      const inside = new Set([...namesIn(node.left), ...namesIn(node.right)]);
      if (own.some((name) => inside.has(name))) return true;
    }
    return false;
  });
}

const BOUNDS = /^(?:min|max|Min|Max|clamp|Clamp|constrain|MIN|std\.min)$/;
