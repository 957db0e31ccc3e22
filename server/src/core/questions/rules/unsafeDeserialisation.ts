import type { Call, Code } from '../../code/code.ts';
import { calleeOf, dotted, lastWord, methodOf, plainText } from '../../code/say.ts';
import { callPlace } from '../facts/callPlace.ts';
import { rootOf } from '../facts/chain.ts';
import { openValueIn } from '../facts/openValue.ts';
import { outsideOf } from '../facts/outside.ts';
import { outsideWordsAtEnd } from '../facts/outsideWords.ts';
import { isWrittenCode, readingOf, type Reading } from '../facts/readingCalls.ts';
import { variablesOf } from '../facts/variables.ts';
import { ECMASCRIPT } from '../languageId.ts';
import { unsafeDeserialisationExamples } from './examples/unsafeDeserialisation.ts';
import type { Rule, RuleContext, Trigger } from '../rule.ts';
import { callWords, quoted } from '../words.ts';

const HARMLESS = /^(?:literal_eval|verify|compile)$/;

/** Data says which objects are made, or is run. */
export const unsafeDeserialisation: Rule = {
  id: 'unsafe-deserialisation',
  row: 31,
  title: 'Data that is run, or says which objects are made',
  severity: 'normal',
  concern: 'security',
  weight: 5,
  cwe: [502, 94, 95, 611],
  kind: 'question',
  isOn: true,
  absent: {},
  *find(context: RuleContext): Iterable<Trigger> {
    const { view, language, isTest } = context;
    if (isTest) return;
    for (const call of view.all('call')) {
      const reading = readingOf(call, language);
      if (!reading || isMadeSafe(context, call)) continue;
      const { data, form, fix } = reading;
      if (!reading.isTemplate && isWrittenCode(reading, call, language)) {
        yield {
          at: call,
          about: { what: callWords(view, call), form: 'written' },
          severity: 'low',
        };
        continue;
      }
      const open =
        data === call ? { code: call, origin: undefined } : openValueIn(context, data, HARMLESS);
      if (!open || (data !== call && isOwnData(context, call, open.code, reading))) continue;
      const isSent = open.origin?.kind === 'request';
      if (reading.isTemplate && !isSent) continue;
      const what =
        data === call ? callWords(view, call) : outsideWordsAtEnd(view, open.code, open.origin);
      const trigger: Trigger = {
        at: callPlace(view, call),
        about: { what, form: data === call ? 'setting' : form },
        severity: open.origin?.kind === 'request' ? 'high' : 'normal',
      };
      yield fix ? { ...trigger, fix } : trigger;
    }
    yield* settings(context);
  },
  ask: ({ what, line, form }) =>
    form === 'written'
      ? `Line ${line}: ${what} runs a text as code, which no tool checks. Can it be written as code?`
      : form === 'code'
        ? `Line ${line} runs ${what} as code. Can anybody outside choose what it holds?`
        : form === 'setting'
          ? `Line ${line}: with ${what}, data says which objects are made of it. Can anybody outside send that data?`
          : form === 'bytes'
            ? `Line ${line} takes ${what} for an object as it came in. Are its length and its fields checked before they are used?`
            : form === 'entities'
              ? `Line ${line}: with ${what}, XML can name files to read. Can anybody outside send that XML?`
              : `Line ${line} makes objects of ${what}, and the data says which. Can anybody outside write it?`,
  obligations: ['text', 'error'],
  page: {
    why: 'Formats such as pickle, Java’s and PHP’s own, or YAML with tags name the classes to make, and making some of them runs code. `eval` runs the data outright.',
    instead:
      'Read a format that only holds data (JSON, `yaml.safe_load`, `ast.literal_eval`) and check its shape. Where it must be objects, allow a list of classes, and check a signature first.',
    sources: ['CWE-502, CWE-94', 'CodeRabbit 2025: security findings 1.6 x in AI code'],
  },
  examples: [
    {
      languages: ['ruby'],
      asks: 'def load(name, text)\n  eval "#{name} = 1" ⟵\n  binding.eval text ⟵\n  JSON.load(text) ⟵\nend',
      quiet:
        'def load(name, text)\n  define_method(name) { 1 }\n  eval "1 + 1"\n  JSON.load(text, create_additions: false)\n  JSON.load(JSON.dump(text))\n  JSON.parse(text)\nend',
    },
    {
      languages: ['php'],
      asks: '<?php\nfunction make($type) {\n  eval("\\$made = new " . $type . "();"); ⟵\n  return $made;\n}',
      quiet: '<?php\nfunction make($type) {\n  $made = new Order();\n  return $made;\n}',
    },
    {
      languages: [...ECMASCRIPT],
      asks: "function run(req, res) {\n  const sum = eval(req.body.formula); ⟵\n  const f = new Function('a', 'return ' + req.body.formula); ⟵\n  const user = serialize.unserialize(req.cookies.user); ⟵\n  vm.runInNewContext(req.body.code, {}); ⟵\n}",
      quiet:
        "function run(req, res) {\n  const sum = calculate(req.body.formula);\n  const f = new Function('return this');\n  const user = JSON.parse(req.cookies.user);\n  setTimeout(() => done(req.body.id), 10);\n  page.eval('#a', (a) => a.id);\n}",
    },
    {
      languages: ['python'],
      asks: 'def load(request, path):\n    a = pickle.loads(request.data) ⟵\n    b = yaml.load(request.data) ⟵\n    c = eval(request.args["formula"]) ⟵\n    d = torch.load(path) ⟵\n    return jsonpickle.decode(request.data) ⟵',
      quiet:
        'def load(request, path):\n    a = json.loads(request.data)\n    b = yaml.safe_load(request.data)\n    b2 = yaml.load(request.data, Loader=yaml.SafeLoader)\n    c = ast.literal_eval(request.args["formula"])\n    d = torch.load(path, weights_only=True)\n    return model.eval()',
    },
    {
      languages: ['go'],
      asks: 'package a\n\nfunc run(w http.ResponseWriter, r *http.Request) {\n\tvm := otto.New()\n\tvm.Run(r.FormValue("code")) ⟵\n}',
      quiet:
        'package a\n\nfunc run(w http.ResponseWriter, r *http.Request) {\n\tvm := otto.New()\n\tvm.Set("value", r.FormValue("value"))\n\tvm.Run("check(value)")\n}',
    },
    {
      languages: ['rust'],
      asks: 'async fn run(Json(body): Json<Code>) -> i64 {\n    let engine = Engine::new();\n    engine.eval::<i64>(&body.code).unwrap() ⟵\n}',
      quiet:
        'async fn run(Json(body): Json<Code>) -> i64 {\n    let engine = Engine::new();\n    engine.eval::<i64>("40 + 2").unwrap()\n}',
    },
    {
      languages: ['java'],
      asks: 'class Load {\n  Object load(HttpServletRequest req) throws Exception {\n    ObjectInputStream in = new ObjectInputStream(req.getInputStream()); ⟵\n    Object more = new XMLDecoder(req.getInputStream()).readObject(); ⟵\n    mapper.enableDefaultTyping(); ⟵\n    return in.readObject();\n  }\n}',
      quiet:
        'class Load {\n  Object load(HttpServletRequest req) throws Exception {\n    mapper.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);\n    return mapper.readValue(req.getInputStream(), Order.class);\n  }\n}',
    },
    {
      languages: ['csharp'],
      asks: 'class Load {\n  object Read(Stream stream) {\n    var formatter = new BinaryFormatter(); ⟵\n    var settings = new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.All }; ⟵\n    return formatter.Deserialize(stream);\n  }\n}',
      quiet:
        'class Load {\n  object Read(Stream stream) {\n    var settings = new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.None };\n    return JsonSerializer.Deserialize<Order>(stream);\n  }\n}',
    },
    {
      languages: ['cpp'],
      asks: 'void on_packet(int fd, lua_State* L) {\n  char buf[512];\n  recv(fd, buf, sizeof(buf), 0);\n  auto* head = reinterpret_cast<Header*>(buf); ⟵\n  luaL_dostring(L, buf); ⟵\n}',
      quiet:
        'void on_packet(int fd, lua_State* L) {\n  char buf[512];\n  int n = recv(fd, buf, sizeof(buf), 0);\n  Header head;\n  if (!parse_header(buf, n, head)) return;\n  luaL_dostring(L, "refresh()");\n}',
    },
    {
      languages: ['ruby'],
      asks: 'def load\n  a = Marshal.load(params[:data]) ⟵\n  b = YAML.load(params[:yaml]) ⟵\n  c = eval(params[:formula]) ⟵\n  params[:type].constantize.new ⟵\nend',
      quiet:
        'def load\n  a = JSON.parse(params[:data])\n  b = YAML.safe_load(params[:yaml])\n  c = Calculator.evaluate(params[:formula])\n  TYPES.fetch(params[:type]).new\n  widget.instance_eval { @a }\nend',
    },
    {
      languages: ['php'],
      asks: "<?php\nfunction load() {\n  $a = unserialize($_COOKIE['cart']); ⟵\n  eval($_POST['code']); ⟵\n  return call_user_func($_GET['do']); ⟵\n}",
      quiet:
        "<?php\nfunction load() {\n  $a = unserialize($_COOKIE['cart'], ['allowed_classes' => false]);\n  $b = json_decode($_COOKIE['cart'], true);\n  return call_user_func([$this, 'show'], $_GET['do']);\n}",
    },
    {
      languages: [...ECMASCRIPT],
      asks: "function run(f) {\n  eval('start()'); ⟵\n  window['eval']('a' + 'b'); ⟵\n  (0, eval)('f()'); ⟵\n  setInterval('tick()', 10); ⟵\n  return new Function('a', 'return a + 1'); ⟵\n}",
      quiet:
        "function run(f) {\n  start();\n  page.eval('a' + 'b');\n  (0, f)('f()');\n  setInterval(() => tick(), 10);\n  const load = new Function('url', 'return import(url)');\n  return Function('return this')();\n}",
    },
    {
      languages: ['python'],
      asks: "def load():\n    exec('a = 1', globals()) ⟵\n    return eval('a + 1') ⟵",
      quiet: "def load():\n    a = 1\n    return model.eval('a + 1')",
    },
    {
      languages: ['php'],
      asks: "<?php\nfunction load($type) {\n  eval('$a = 1;'); ⟵\n  eval('$b = new ' . $type . '();'); ⟵\n  return $b;\n}",
      quiet:
        "<?php\nfunction load($type) {\n  $a = 1;\n  $b = new $type();\n  return call_user_func('show', $b);\n}",
    },
    ...unsafeDeserialisationExamples,
  ],
};

/** What reads has been told which objects it may make. */
function isMadeSafe({ view }: RuleContext, call: Call): boolean {
  const name = rootOf(call);
  if (name === undefined || call.callee.kind !== 'member') return false;
  const values = variablesOf(view).get(name)?.values ?? [];
  if (values.some((value) => value.end - value.start < 400 && SAFE.test(view.textOf(value))))
    return true;
  return view
    .all('call')
    .some((one) => one.start < call.start && rootOf(one) === name && LIMITS.test(methodOf(one)));
}

const SAFE =
  /Safe(?:Constructor|Loader)|Validating\w*InputStream|LookAhead|\bnew Constructor\(\w+\.class/;
const LIMITS =
  /^(?:setObjectInputFilter|addPermission|allowTypes\w*|setTypePermissions|denyTypes\w*|setRegistrationRequired|accept|SetAllowedTypes|register)$/;

/** Data that the program has written itself, or code that it has put together of its own. */
function isOwnData(context: RuleContext, call: Call, code: Code, { form }: Reading): boolean {
  if (outsideOf(context).valueIn(code)?.kind === 'request') return false;
  const { language } = context;
  if (form === 'objects') {
    // A copy: what is read has just been written.
    return code.kind === 'call' && /^(?:dumps?|dump|serialize|encode)$/.test(methodOf(code));
  }
  if (code.kind === 'function' || code.kind === 'list') return true;
  if (code.kind === 'call' && /^(?:compile)$/.test(calleeOf(code))) return true;
  // Dispatch by a name is how these languages work; only names from outside are asked about.
  return language === 'ruby' || language === 'php' ? !EVALUATES.test(calleeOf(call)) : false;
}

const EVALUATES = /^\\?(?:eval|Kernel\.eval|binding\.eval|create_function)$/;

/** Settings that let data name types, and bytes that are taken for objects. */
function* settings(context: RuleContext): Iterable<Trigger> {
  const { view, language } = context;
  if (language === 'csharp') {
    for (const one of view.all('entry', 'assign')) {
      const name = one.kind === 'entry' ? lastWord(one.key) : lastWord(one.target);
      const value = one.value && dotted(one.value);
      const isParsed = name === 'DtdProcessing' && value?.endsWith('.Parse') === true;
      if (isParsed) yield { at: one, about: { what: quoted(view, one), form: 'entities' } };
      if (name !== 'TypeNameHandling' || value === undefined || value.endsWith('.None')) continue;
      yield { at: one, about: { what: quoted(view, one), form: 'setting' } };
    }
  }
  if (language === 'cpp') {
    for (const cast of view.all('cast')) {
      const isObject = /^(?:const\s+)?(?:struct\s+)?[A-Z]\w*(?:::\w+)*\s*(?:const\s*)?\*$/.test(
        cast.type.trim(),
      );
      const origin = isObject ? outsideOf(context).textIn(cast.value) : undefined;
      const isReceived =
        origin?.from.kind === 'call' && /^recv(?:from)?$/.test(methodOf(origin.from));
      if (isReceived) yield { at: cast, about: { what: quoted(view, cast.value), form: 'bytes' } };
    }
  }
  if (language === 'php') {
    for (const call of view.all('call')) {
      const isLoaded = /^(?:simplexml_load_string|loadXML)$/.test(methodOf(call));
      const flags = call.args.map((arg) => view.flat(arg)).join(' ');
      if (isLoaded && /LIBXML_NOENT/.test(flags)) {
        yield { at: callPlace(view, call), about: { what: '`LIBXML_NOENT`', form: 'entities' } };
      }
    }
  }
  if (language === 'java') {
    for (const call of view.all('call')) {
      const isExternal =
        methodOf(call) === 'setFeature' &&
        /external-(?:general|parameter)-entities/.test(plainText(call.args[0]) ?? '');
      const [, value] = call.args;
      if (isExternal && value?.kind === 'constant' && value.value === true) {
        yield { at: callPlace(view, call), about: { what: quoted(view, call), form: 'entities' } };
      }
    }
  }
}
