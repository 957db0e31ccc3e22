import type { Call, Code, FunctionCode, Loop } from '../../code/code.ts';
import { calleeOf, everythingIn, lastWord, mentions, methodOf, plainText } from '../../code/say.ts';
import { callPlace } from '../facts/callPlace.ts';
import { isChecked } from '../facts/checked.ts';
import { outsideOf } from '../facts/outside.ts';
import { outsideWordsAtEnd } from '../facts/outsideWords.ts';
import { namesOf, variablesOf } from '../facts/variables.ts';
import { wholeBodyOf } from '../facts/wholeBody.ts';
import { ECMASCRIPT, isEcmascript, type LanguageId } from '../languageId.ts';
import { massAssignmentExamples } from './examples/massAssignment.ts';
import type { Rule, RuleContext, Trigger } from '../rule.ts';
import { quoted } from '../words.ts';

/** Whoever sends a request says which fields are set. */
export const massAssignment: Rule = {
  id: 'mass-assignment',
  row: 32,
  title: 'Fields that whoever sends the request can choose',
  severity: 'normal',
  concern: 'security',
  weight: 4,
  cwe: [915, 1321],
  kind: 'question',
  isOn: true,
  absent: { cpp: 'C++ has nothing that sets fields by names that are only known at run time' },
  *find(context: RuleContext): Iterable<Trigger> {
    const { view, language, isTest } = context;
    if (isTest) return;
    const bound = language === 'go' ? [...boundOntoObjects(context)] : [];
    for (const call of view.all('call')) {
      // The same object has been filled above, where it is asked about.
      const isBound = bound.some(({ at }) => at.start < call.start);
      if (isBound && /^(?:Save|Updates)$/.test(methodOf(call))) continue;
      for (const given of takenWhole(call, language)) {
        const inner = given.kind === 'dict' ? spreadOf(given) : given;
        const origin = inner && wholeBodyOf(context, inner);
        if (!inner || !origin) continue;
        const what = outsideWordsAtEnd(view, inner.kind === 'spread' ? inner.value : inner, origin);
        yield { at: callPlace(view, call), about: { what, form: 'all' }, severity: 'high' };
        break;
      }
      if (isOpened(call, language)) {
        yield { at: callPlace(view, call), about: { what: quoted(view, call), form: 'open' } };
      }
    }
    yield* bound;
    if (isEcmascript(language)) yield* keysFromOutside(context);
    else yield* namesFromOutside(context);
  },
  ask: ({ what, line, form }) =>
    form === 'key'
      ? `Line ${line} sets a field whose name is ${what}. Can it be \`__proto__\`, or a field that only you should set?`
      : form === 'name'
        ? `Line ${line} sets a field whose name is ${what}. Can a client set one that only you should, such as a role?`
        : form === 'open'
          ? `Line ${line}: ${what} lets every field through. Can a client set one that only you should, such as a role?`
          : `Line ${line} takes over every field of ${what}. Can a client set one that only you should, such as a role?`,
  obligations: ['text', 'auth'],
  page: {
    why: 'A client adds `"isAdmin": true` or `"userId": 1` to what it sends, and the object takes it over. In JavaScript a key `__proto__` even changes all objects.',
    instead:
      'Name the fields that may be set, one by one or in a schema or type of its own that holds no others.',
    sources: ['CWE-915, CWE-1321', 'CodeRabbit 2025: security findings 1.6 x in AI code'],
  },
  examples: [
    {
      languages: [...ECMASCRIPT],
      asks: 'async function save(req, res) {\n  Object.assign(user, req.body); ⟵\n  await User.create(req.body); ⟵\n  await User.findByIdAndUpdate(req.params.id, { ...req.body }); ⟵\n  await prisma.user.update({ where: { id }, data: req.body }); ⟵\n  settings[req.body.key] = req.body.value; ⟵\n}\nfunction merge(target, source) {\n  for (const key in source) {\n    if (typeof source[key] === "object") merge(target[key], source[key]);\n    else target[key] = source[key]; ⟵\n  }\n}',
      quiet:
        'async function save(req, res) {\n  const { name, email } = req.body;\n  Object.assign(user, { name, email });\n  await User.create({ name: req.body.name });\n  await User.findByIdAndUpdate(req.params.id, { name });\n  if (!KEYS.includes(req.body.key)) return;\n  settings[req.body.key] = req.body.value;\n  res.json({ ...req.body });\n}\nfunction merge(target, source) {\n  for (const key in source) {\n    if (key === "__proto__" || key === "constructor") continue;\n    if (typeof source[key] === "object") merge(target[key], source[key]);\n    else target[key] = source[key];\n  }\n}',
    },
    {
      languages: ['python'],
      asks: 'def save(request):\n    user = User(**request.json) ⟵\n    data = request.get_json()\n    User.objects.create(**data) ⟵\n    for key, value in data.items():\n        setattr(user, key, value) ⟵\n    user.__dict__.update(data) ⟵',
      quiet:
        'def save(request):\n    data = request.get_json()\n    user = User(name=data["name"])\n    form = UserForm(**UserSchema().load(data))\n    for key in FIELDS:\n        setattr(user, key, data[key])\n    for key, value in data.items():\n        if key in FIELDS:\n            setattr(user, key, value)',
    },
    {
      languages: ['go'],
      asks: 'package a\n\nfunc save(c *gin.Context) {\n\tvar user models.User\n\tc.ShouldBindJSON(&user)\n\tdb.Create(&user) ⟵\n}\n\nfunc patch(c *gin.Context) {\n\tvar fields map[string]interface{}\n\tc.BindJSON(&fields)\n\tdb.Model(&models.User{}).Updates(fields) ⟵\n}',
      quiet:
        'package a\n\nfunc save(c *gin.Context) {\n\tvar input CreateUserInput\n\tc.ShouldBindJSON(&input)\n\tuser := models.User{Name: input.Name}\n\tdb.Create(&user)\n}',
    },
    {
      languages: ['rust'],
      asks: 'async fn save(Json(user): Json<User>, db: Db) {\n    diesel::insert_into(users).values(&user).execute(&db); ⟵\n    diesel::update(users.find(1)).set(&user).execute(&db); ⟵\n}',
      quiet:
        'async fn save(Json(input): Json<NewUser>, db: Db) {\n    diesel::insert_into(users).values(&input).execute(&db);\n}',
    },
    {
      languages: ['java'],
      asks: 'class Users {\n  @PostMapping("/users")\n  User save(@RequestBody User user) {\n    return users.save(user); ⟵\n  }\n  void copy(HttpServletRequest req, User user) throws Exception {\n    BeanUtils.populate(user, req.getParameterMap()); ⟵\n  }\n}',
      quiet:
        'class Users {\n  @PostMapping("/users")\n  User save(@RequestBody UserDto dto) {\n    User user = new User(dto.getName());\n    return users.save(user);\n  }\n}',
    },
    {
      languages: ['csharp'],
      asks: 'class UsersController : Controller {\n  public async Task<IActionResult> Save([FromBody] User user) {\n    db.Users.Add(user); ⟵\n    return Ok();\n  }\n  public async Task Edit(int id) {\n    var user = await db.Users.FindAsync(id);\n    await TryUpdateModelAsync(user); ⟵\n  }\n}',
      quiet:
        'class UsersController : Controller {\n  public async Task<IActionResult> Save([FromBody] UserDto dto) {\n    db.Users.Add(new User { Name = dto.Name });\n    return Ok();\n  }\n  public async Task Edit(int id) {\n    var user = await db.Users.FindAsync(id);\n    await TryUpdateModelAsync(user, "", u => u.Name, u => u.Email);\n  }\n}',
    },
    {
      languages: ['ruby'],
      asks: 'def save\n  user = User.new(params[:user]) ⟵\n  user.update(params.permit!) ⟵\n  user.assign_attributes(params[:user].to_unsafe_h) ⟵\nend',
      quiet:
        'def save\n  user = User.new(params.require(:user).permit(:name, :email))\n  user.update(name: params[:name])\nend',
    },
    {
      languages: ['php'],
      asks: '<?php\nfunction save(Request $request) {\n  $user = User::create($request->all()); ⟵\n  $user->fill($request->input()); ⟵\n  extract($_POST); ⟵\n  foreach ($_POST as $key => $value) {\n    $user->$key = $value; ⟵\n  }\n}',
      quiet:
        "<?php\nfunction save(Request $request) {\n  $user = User::create($request->only(['name', 'email']));\n  $user->fill($request->validated());\n  $name = $_POST['name'];\n  $user->name = $name;\n}",
    },
    ...massAssignmentExamples,
  ],
};

/** Calls of models that set all fields that they are given. */
const SETTERS =
  /^(?:create|insert|insertOne|insertMany|update|updateOne|updateMany|findByIdAndUpdate|findOneAndUpdate|findOneAndReplace|replaceOne|upsert|bulkCreate|save|merge|build|set|insert_one|update_one|bulk_create|get_or_create|update_or_create|Create|Save|Updates|FirstOrCreate|values|saveAndFlush|persist|Add|AddAsync|Update|Attach|SetValues|new|assign_attributes|update_attributes|update!|create!|insert!|attributes=|fill|forceFill|forceCreate|updateOrCreate|firstOrCreate|populate|copyProperties|insertGetId|findAndModify|patch|readValue|create_or_update)$/;

/** What of a call's arguments sets the fields of something. */
function takenWhole(call: Call, language: LanguageId): readonly Code[] {
  const callee = calleeOf(call);
  const method = methodOf(call);
  const { args } = call;
  if (isEcmascript(language)) {
    if (
      /^(?:Object\.assign|_\.(?:merge|extend|assign|defaultsDeep|mergeWith)|lodash\.merge|\$\.extend|jQuery\.extend|merge|deepmerge|extend|assign)$/.test(
        callee,
      )
    ) {
      const isCopy = args[0]?.kind === 'dict';
      return isCopy ? [] : args.slice(1);
    }
    if (call.isNew && /^(?:[A-Z]\w*|models?\.[A-Z]\w*)$/.test(callee))
      return /^(?:URL|URLSearchParams|Map|Set|Error|Date|Request|Response|Headers|FormData|Array|Promise|Blob|Buffer|RegExp|Proxy|Uint8Array)|Error$|Client$|Dto$|Schema$|Query$|Command$/.test(
        callee,
      )
        ? []
        : args.slice(0, 1);
    if (!SETTERS.test(method) || call.callee.kind !== 'member') return [];
    if (method === 'set' && args.length !== 1) return [];
    if (
      !/^[A-Z]\w*\.|(?:repo(?:sitory)?|model|prisma|db|collection|knex|users?|\.user|\.\w+s)\.\w+$|Model\.\w+$|Repository\.\w+$|^(?:user|doc|record|entity|account|item|product|order|post)\.\w+$/.test(
        callee,
      ) &&
      !/^\.(?:insert|update|insertOne|updateOne|replaceOne|create|findOneAndUpdate|set|values)$/.test(
        callee,
      )
    )
      return [];
    if (
      /^(?:Object|Promise|JSON|Array|Reflect|Map|Set|URL|Math|Buffer|Symbol|Joi|Yup|axios|cache|redis|res|session|headers|localStorage)\./i.test(
        callee,
      )
    )
      return [];
    return args.flatMap((arg) => [arg, ...(arg.kind === 'dict' ? dataOf(arg) : [])]);
  }
  switch (language) {
    case 'python': {
      if (/(?:^|\.)__dict__\.update$/.test(callee)) return args;
      const isModel =
        /^(?:models?\.)?[A-Z]\w*$/.test(lastWord(call.callee)) ||
        /^(?:create|update|get_or_create|bulk_create|insert|values|insert_one|update_or_create|from_dict)$/.test(
          method,
        );
      if (
        !isModel ||
        /(?:Form|Schema|Serializer|Error|Exception|Dto|DTO|Request|Response|Params|Input|Create|Update|Args|Config)$/.test(
          lastWord(call.callee),
        )
      )
        return [];
      const spreads = args.filter(({ kind }) => kind === 'spread');
      return /^(?:insert_one|insert|values)$/.test(method) ? args : spreads;
    }
    case 'go':
      return /^(?:Create|Save|Updates|FirstOrCreate|Insert|InsertOne)$/.test(method)
        ? args.filter((arg) => isEntityOrMap(arg))
        : [];
    case 'rust':
      return /^(?:values|set|insert_one|insert)$/.test(method) ? args : [];
    case 'java':
      if (/^(?:BeanUtils|PropertyUtils)\.(?:populate|copyProperties)$/.test(callee)) return args;
      return /^(?:save|saveAndFlush|persist|merge|insert|update)$/.test(method) && args.length === 1
        ? args
        : [];
    case 'csharp':
      return /^(?:Add|AddAsync|Update|Attach|SetValues|InsertOneAsync|InsertOne)$/.test(method) &&
        /(?:db|context|ctx|repo|users|dbset|set|\.\w+s|CurrentValues|collection)\.\w+$/i.test(
          callee,
        )
        ? args
        : [];
    case 'ruby':
      if (call.isNew && 1 < args.length) return [];
      if (
        !call.isNew &&
        !/^(?:new|create|create!|update|update!|assign_attributes|update_attributes|insert|build|update_columns|attributes=|first_or_create|find_or_create_by)$/.test(
          method,
        )
      )
        return [];
      return /^(?:Struct|OpenStruct|Hash|Net|URI|File|Class|Set|Array)\b/.test(callee) ||
        /(?:Service|Form|Query|Job|Client|Serializer|Presenter|Contract|Schema|Params|Finder|Filter)(?:\.new)?$/.test(
          callee,
        )
        ? []
        : args;
    case 'php':
      if (/^\\?(?:extract|parse_str)$/.test(callee)) return args.slice(0, 1);
      return /^(?:create|fill|forceFill|update|forceCreate|updateOrCreate|firstOrCreate|insert|make|setAttributes)$/.test(
        method,
      )
        ? args
        : [];
    default:
      return [];
  }
}

/** Go binds into types: the model itself, or a map, takes all. */
function isEntityOrMap(arg: Code): boolean {
  const name = lastWord(arg.kind === 'unary' ? arg.operand : arg);
  return !/input|req|dto|form|payload|params|body$/i.test(name);
}

/** `data:`, `$set:`. */
function dataOf(dict: Code): readonly Code[] {
  if (dict.kind !== 'dict') return [];
  return dict.entries.flatMap((entry) => {
    if (entry.kind !== 'entry') return [];
    const key = entry.key.kind === 'name' ? entry.key.name : (plainText(entry.key) ?? '');
    return /^(?:data|\$set|create|update|values|defaults)$/.test(key) ? [entry.value] : [];
  });
}

function spreadOf(dict: Code): Code | undefined {
  return dict.kind === 'dict' ? dict.entries.find(({ kind }) => kind === 'spread') : undefined;
}

/** Calls that let every field through, whatever is then done with them. */
function isOpened(call: Call, language: LanguageId): boolean {
  const method = methodOf(call);
  if (language === 'csharp')
    return /^TryUpdateModel(?:Async)?$/.test(method) && call.args.length < 3;
  return false;
}

/** Calls that load into what they are given: `db.First(&user, id)`. */
const FETCHES =
  /^(?:First|Find|Take|Last|Get|GetContext|FindOne|Scan|StructScan|Load|Preload|FirstOrInit|Read|One)$/;

/** `Decode(user)`, where the user was loaded before. */
function* boundOntoObjects(context: RuleContext): Iterable<Trigger> {
  const { view } = context;
  for (const call of view.all('call')) {
    if (!/^(?:Decode|Bind|BindJSON|ShouldBind|ShouldBindJSON|BodyParser)$/.test(methodOf(call)))
      continue;
    const [given] = call.args;
    const into = given?.kind === 'unary' ? given.operand : given;
    const values = into?.kind === 'name' ? (variablesOf(view).get(into.name)?.values ?? []) : [];
    const isLoaded = values.some(
      (value) =>
        value.kind === 'call' && value.start < call.start && lastWord(value.callee) !== 'new',
    );
    const isFetched =
      into !== undefined &&
      view
        .all('call')
        .some(
          (one) =>
            one.start < call.start &&
            FETCHES.test(methodOf(one)) &&
            one.args.some(
              (arg) => arg.kind === 'unary' && view.flat(arg.operand) === view.flat(into),
            ),
        );
    const { callee } = call;
    const isSent =
      callee.kind === 'member' &&
      (outsideOf(context).valueIn(callee.object) !== undefined ||
        /^c(?:tx)?$/.test(lastWord(callee.object)));
    if (into && (isLoaded || isFetched) && isSent)
      yield {
        at: callPlace(view, call),
        about: { what: 'the request', form: 'all' },
        severity: 'high',
      };
  }
}

/** `settings[key] = value` with a key from outside, and copies that go into objects. */
function* keysFromOutside(context: RuleContext): Iterable<Trigger> {
  const { view } = context;
  for (const one of view.all('assign')) {
    const { target } = one;
    if (target.kind !== 'index' || !target.index || target.index.kind === 'number') continue;
    const { index, object } = target;
    const origin = outsideOf(context).textIn(index);
    if (origin?.kind === 'request') {
      const isOwnMap = object.kind === 'name' && isBareObject(context, object.name);
      if (isOwnMap || isChecked(view, index, origin) || isCompared(view, index)) continue;
      yield {
        at: one,
        about: { what: outsideWordsAtEnd(view, index, origin), form: 'key' },
        severity: 'high',
      };
      continue;
    }
    const loop = view.enclosing(one, 'loop') ?? eachOver(view, one);
    if (loop && isDeepCopy(context, loop, index, object)) {
      yield { at: one, about: { what: quoted(view, index), form: 'key' } };
    }
  }
}

/** `Object.keys(source).forEach((key) => …)`. */
function eachOver(view: RuleContext['view'], one: Code): FunctionCode | undefined {
  const lambda = view.enclosing(one, 'function');
  const call = lambda && view.parentOf(lambda);
  if (call?.kind !== 'call' || call.callee.kind !== 'member') return undefined;
  const list = call.callee.object;
  const isKeys =
    list.kind === 'call' && /^(?:keys|entries|getOwnPropertyNames)$/.test(methodOf(list));
  return isKeys && /^(?:forEach|each|map)$/.test(methodOf(call)) ? lambda : undefined;
}

function isBareObject({ view }: RuleContext, name: string): boolean {
  const values = variablesOf(view).get(name)?.values ?? [];
  return values.some(
    (value) =>
      (value.kind === 'call' && /^(?:Object\.create|Map)$/.test(calleeOf(value))) ||
      value.kind === 'list',
  );
}

/** A condition around or before asks what the key is. */
function isCompared(view: RuleContext['view'], key: Code): boolean {
  const words = view.flat(key);
  for (const { condition, start } of view.all('if')) {
    if (
      start < key.start &&
      [...everythingIn(condition)].some(
        (node) =>
          node.kind === 'binary' &&
          /^[!=]==?$/.test(node.operator) &&
          (view.flat(node.left) === words || view.flat(node.right) === words),
      )
    )
      return true;
  }
  return false;
}

/** `for (const key in source) target[key] = …`, in a function that calls itself for what is inside. */
function isDeepCopy(
  context: RuleContext,
  loop: Loop | FunctionCode,
  key: Code,
  object: Code,
): boolean {
  const { view } = context;
  if (loop.kind === 'loop' && loop.form !== 'each') return false;
  // Its own fields, made anew.
  const isOwn = loop.kind === 'loop' && object.kind === 'name' && loop.iterable;
  if (isOwn && mentions(isOwn, object.name)) return false;
  const keys =
    loop.kind === 'loop'
      ? namesOf(loop.variable)
      : loop.params.flatMap((param) => [param.name ?? '', ...namesOf(param.pattern)]);
  if (key.kind !== 'name' || !keys.includes(key.name)) return false;
  if (object.kind !== 'name' || variablesOf(view).get(object.name)?.isParam !== true) return false;
  const whole = view.around(loop).find(({ kind }) => kind === 'function');
  if (whole?.kind !== 'function') return false;
  const holder = view.parentOf(whole);
  const name = whole.name ?? (holder?.kind === 'declare' ? lastWord(holder.target) : '');
  if (name === '') return false;
  const calls = view.all('call').filter((call) => lastWord(call.callee) === name);
  const isDeep = calls.some((call) => call.args.some((arg) => holdsPart(view, arg)));
  return isDeep && !/__proto__|prototype|hasOwn|Object\.create\(null\)/.test(view.textOf(whole));
}

/** `target[key]`, `target[key] ?? {}`, a name that holds it. */
function holdsPart(view: RuleContext['view'], arg: Code): boolean {
  for (const node of everythingIn(arg)) {
    if (node.kind === 'index') return true;
    const values = node.kind === 'name' ? (variablesOf(view).get(node.name)?.values ?? []) : [];
    if (values.some(({ kind }) => kind === 'index')) return true;
  }
  return false;
}

/** `setattr(user, key, value)` and PHP's `$user->$key` for what a request brings. */
function* namesFromOutside(context: RuleContext): Iterable<Trigger> {
  const { view, language } = context;
  if (language === 'python') {
    for (const call of view.all('call')) {
      const [, key] = call.args;
      const origin =
        key && calleeOf(call) === 'setattr' ? outsideOf(context).textIn(key) : undefined;
      if (!key || origin?.kind !== 'request' || isChecked(view, key, origin)) continue;
      yield {
        at: callPlace(view, call),
        about: { what: outsideWordsAtEnd(view, key, origin), form: 'name' },
      };
    }
  }
  if (language === 'rust') {
    // `document[key] = value` of a document that is made of the record.
    for (const one of view.all('assign')) {
      const { target } = one;
      if (target.kind !== 'index' || !target.index || target.object.kind !== 'name') continue;
      const values = variablesOf(view).get(target.object.name)?.values ?? [];
      const isRecord = values.some((value) => /to_value|json!/.test(view.flat(value).slice(0, 80)));
      const origin = isRecord ? outsideOf(context).textIn(target.index) : undefined;
      if (origin?.kind !== 'request' || isChecked(view, target.index, origin)) continue;
      yield {
        at: one,
        about: { what: outsideWordsAtEnd(view, target.index, origin), form: 'name' },
      };
    }
  }
  if (language === 'php') {
    for (const one of view.all('assign')) {
      const { target } = one;
      const isField = target.kind === 'index' && /->\{?\s*\$/.test(view.flat(target));
      const index = isField ? target.index : undefined;
      const origin = index && outsideOf(context).textIn(index);
      if (!index || origin?.kind !== 'request' || isChecked(view, index, origin)) continue;
      yield { at: one, about: { what: outsideWordsAtEnd(view, index, origin), form: 'name' } };
    }
    for (const { target, start, end } of view.all('assign')) {
      if (target.kind === 'index') continue;
      if (!/^\$\$|^\$\w+->\$/.test(view.flat({ start, end }))) continue;
      const key = view.flat({ start, end }).match(/^\$\$(\w+)|^\$\w+->\$(\w+)/);
      const name = key?.[1] ?? key?.[2] ?? '';
      const named: Code = { kind: 'name', start: target.end, end: target.end, name };
      const origin = outsideOf(context).textIn(named);
      if (origin?.kind !== 'request' || isChecked(view, named, origin)) continue;
      yield { at: { start, end }, about: { what: `\`$${name}\``, form: 'name' } };
    }
  }
}
