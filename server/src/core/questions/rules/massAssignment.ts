import type { Call, Code } from '../../code/code.ts';
import { calleeOf, lastWord, methodOf, plainText } from '../../code/say.ts';
import { callPlace } from '../facts/callPlace.ts';
import { linksOf, rootOf } from '../facts/chain.ts';
import { isChecked } from '../facts/checked.ts';
import { outsideOf } from '../facts/outside.ts';
import { outsideWordsAtEnd } from '../facts/outsideWords.ts';
import { variablesOf } from '../facts/variables.ts';
import { wholeBodyOf } from '../facts/wholeBody.ts';
import { isEcmascript, type LanguageId } from '../languageId.ts';
import type { Rule, RuleContext, Trigger } from '../rule.ts';
import { quoted } from '../words.ts';
import { massAssignmentExamples } from './examples/massAssignment.ts';
import { keysFromOutside } from '../facts/outsideKeys.ts';

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
      if (language === 'go' && namesFields(call)) continue;
      for (const given of takenWhole(call, language)) {
        const inner = given.kind === 'dict' ? spreadOf(given) : given;
        const origin = inner && wholeBodyOf(context, inner);
        if (!inner || !origin) continue;
        const what = outsideWordsAtEnd(view, inner.kind === 'spread' ? inner.value : inner, origin);
        // `update({ where: …,⏎ data: Object.fromEntries(form) })`: the line of the fields.
        const isBelow = isEcmascript(language) && !call.args.includes(given);
        const at = isBelow ? given : callPlace(view, call);
        yield { at, about: { what, form: 'all' }, severity: 'high' };
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
  examples: massAssignmentExamples,
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
      !/^[A-Z]\w*\.|(?:prisma|db|tx|orm|em)\.\w+\.\w+$|(?:repo(?:sitory)?|model|prisma|db|collection|knex|users?|\.user|\.\w+s)\.\w+$|Model\.\w+$|Repository\.\w+$|^(?:user|doc|record|entity|account|item|product|order|post)\.\w+$/.test(
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

/** GORM's `db.Model(user).Select("Name", "Phone").Updates(changes)`: only those are set. */
function namesFields(call: Call): boolean {
  for (const link of linksOf(call)) {
    const [first] = link.args;
    const text = plainText(first);
    const isNamed = text !== undefined ? !/\*/.test(text) : first?.kind === 'list';
    if (methodOf(link) === 'Select' && isNamed) return true;
  }
  return false;
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
  // Jackson's `mapper.readerForUpdating(user).readValue(body)`, `mapper.updateValue(user, body)`.
  const [target] = call.args;
  if (language === 'java' && (method === 'readerForUpdating' || method === 'updateValue'))
    return target !== undefined && !LIMITED_NAME.test(lastWord(target));
  return false;
}

/** Things that have no more fields than may be set, and those that no client writes to. */
const LIMITED_NAME =
  /(?:dto|request|input|form|payload|params|config\w*|settings|options|props|properties|defaults?)$/i;

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
  if (language === 'ruby') {
    // `attributes.each { |name, value| user.public_send("#{name}=", value) }`
    for (const call of view.all('call')) {
      const [key] = call.args;
      if (!key || !RUBY_SETTERS.test(methodOf(call)) || call.args.length < 2) continue;
      if (key.kind === 'text' && !view.flat(key).endsWith('="') && !isVariableName(view.flat(key)))
        continue;
      const origin = outsideOf(context).textIn(key);
      if (origin?.kind !== 'request' || isChecked(view, key, origin)) continue;
      if (isOfNamed(view, call)) continue;
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

const RUBY_SETTERS = /^(?:public_send|send|__send__|write_attribute|instance_variable_set)$/;

/** `"@#{name}"` */
function isVariableName(text: string): boolean {
  return text.startsWith('"@');
}

/** What it goes through has been cut to fields that are named: `attributes.slice("name", "bio")`. */
function isOfNamed(view: RuleContext['view'], call: Call): boolean {
  const block = view.enclosing(call, 'function');
  const each = block && view.parentOf(block);
  if (each?.kind !== 'call') return false;
  const name = rootOf(each);
  const values = name === undefined ? [] : (variablesOf(view).get(name)?.values ?? []);
  return [each, ...values].some((value) =>
    [...linksOf(value)].some(
      (link) =>
        /^(?:slice|permit|only|extract!|select|filter|fetch_values)$/.test(methodOf(link)) &&
        0 < link.args.length,
    ),
  );
}
