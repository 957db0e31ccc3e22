import type { Call, Code } from '../../code/code.ts';
import { calleeOf, dotted, lastWord, methodOf, plainText } from '../../code/say.ts';
import { chainOf } from './chain.ts';
import { isEcmascript, type LanguageId } from '../languageId.ts';
import type { Fix } from '../rule.ts';

/** A call that makes code or objects of data. */
export interface Reading {
  /** `code`: it is run. `objects`: it says what is made. `entities`: it may name files to read. */
  readonly form: 'code' | 'objects' | 'entities';
  readonly data: Code;
  /** Only what a client sends is asked about: a template of the program's own is none of it. */
  readonly isTemplate?: true;
  readonly fix?: Fix;
}

/** What a call makes code or objects of; undefined for other calls. */
export function readingOf(call: Call, language: LanguageId): Reading | undefined {
  const callee = calleeOf(call);
  const method = methodOf(call);
  const [first] = call.args;
  const form = (one: Reading['form'], data: Code | undefined = first): Reading | undefined =>
    data && { form: one, data };
  const template = templateOf(call, language);
  if (template) return { form: 'code', data: template, isTemplate: true };
  if (isEcmascript(language)) {
    const global = globalName(call.callee);
    if (/^(?:eval|execScript)$/.test(global)) return form('code');
    if (/^(?:Function|new Function|AsyncFunction)$/.test(global))
      return form('code', call.args.at(-1));
    if (
      /(?:^|\.)(?:vm|vm2|nodeVm)\.(?:runInNewContext|runInThisContext|runInContext|compileFunction|Script)$|^(?:runInNewContext|runInThisContext)$/.test(
        callee,
      )
    )
      return form('code');
    if (/^(?:setTimeout|setInterval|setImmediate)$/.test(global))
      return first?.kind === 'text' || first?.kind === 'binary' ? form('code') : undefined;
    if (
      /(?:^|\.)(?:serialize|nodeSerialize|node_serialize|serializer)\.unserialize$|^unserialize$/.test(
        callee,
      )
    )
      return form('objects');
    if (/(?:^|\.)(?:funcster\.deepDeserialize|cryo\.parse)$/.test(callee)) return form('objects');
    return /(?:^|\.)(?:yaml|jsyaml)\.(?:load|loadAll)$/.test(callee) &&
      /UNSAFE|DEFAULT_FULL/.test(call.args.slice(1).map(wordsOf).join())
      ? form('objects')
      : undefined;
  }
  switch (language) {
    case 'python':
      return pythonReading(call, callee, form);
    case 'go':
      return /^(?:vm|runtime|L|otto|jsvm|goja|interp|i)\.(?:Run|RunString|Eval|DoString|RunScript)$|^otto\.Run$/.test(
        callee,
      ) || /^plugin\.Open$/.test(callee)
        ? form('code')
        : undefined;
    case 'rust':
      if (
        /(?:^|\.)(?:lua|engine|rhai|context|js|ctx|py)\.(?:load|eval|eval_expression|run|eval_with_scope|run_with_scope|eval_str|eval_expression_with_scope|exec|execute_script|consume)$/.test(
          callee,
        )
      )
        return form('code', call.args.at(-1));
      return /(?:^|\.)serde_pickle\.(?:from_slice|from_reader|value_from_slice)$/.test(callee)
        ? form('objects')
        : undefined;
    case 'java':
      if (method === 'ObjectInputStream' && call.isNew) return form('objects');
      if (/(?:^|\.)XMLDecoder$/.test(callee) && call.isNew) return form('objects');
      if (/^(?:XStream|Yaml)\(\)\.(?:fromXML|load|loadAs|loadAll)$/.test(chainOf(call))) {
        const { callee: called } = call;
        const made = called.kind === 'member' ? called.object : undefined;
        return made?.kind === 'call' && made.args.length === 0 ? form('objects') : undefined;
      }
      if (
        /(?:^|\.)kryo\.read(?:ClassAnd)?Object$|^(?:JSON|JSONObject)\.parseObject$|HessianInput\(\)\.readObject$/.test(
          chainOf(call),
        ) &&
        call.args.length === 1
      )
        return form('objects');
      if (
        /(?:^|\.)(?:\w*[eE]ngine|getEngineByName\(\)|GroovyShell\(\))\.(?:eval|evaluate)$|SpelExpressionParser\(\)\.parseExpression$|^(?:Ognl\.getValue|MVEL\.eval)$/.test(
          chainOf(call),
        )
      )
        return form('code');
      if (/(?:^|\.)(?:xstream|xStream)\.fromXML$/.test(callee)) return form('objects');
      if (method === 'activateDefaultTyping' || method === 'enableDefaultTyping')
        return { form: 'objects', data: call };
      if (/^(?:engine|scriptEngine|shell|groovyShell)\.(?:eval|evaluate)$/.test(callee))
        return form('code');
      if (/(?:^|\.)(?:parser|expressionParser|spelParser)\.parseExpression$/.test(callee))
        return form('code');
      if (/^(?:Yaml|yaml)\.load$|^yaml\.loadAll$/.test(callee)) return form('objects');
      if (/^SerializationUtils\.deserialize$/.test(callee)) return form('objects');
      return undefined;
    case 'csharp':
      if (
        call.isNew &&
        /(?:^|\.)(?:BinaryFormatter|NetDataContractSerializer|LosFormatter|SoapFormatter|ObjectStateFormatter)$/.test(
          callee,
        )
      )
        return { form: 'objects', data: call };
      return /(?:^|\.)(?:CSharpScript\.(?:EvaluateAsync|RunAsync|Create))$/.test(callee)
        ? form('code')
        : undefined;
    case 'cpp':
      if (/^(?:luaL_dostring|luaL_loadstring)$/.test(callee)) return form('code', call.args[1]);
      return /^(?:PyRun_SimpleString|PyRun_String|duk_eval_string|duk_peval_string)$/.test(callee)
        ? form('code', call.args.at(callee.startsWith('duk') ? 1 : 0))
        : undefined;
    case 'ruby': {
      if (/^Marshal\.(?:load|restore)$/.test(callee)) return form('objects');
      // Unlike `parse`, they make objects of classes that the data names.
      if (/^JSON\.(?:load|restore)$/.test(callee))
        return named(call, 'create_additions', false) ? undefined : form('objects');
      if (/^(?:YAML|Psych)\.(?:load|unsafe_load|load_stream)$/.test(callee))
        return { ...yamlFix(call, 'safe_load'), form: 'objects', data: first ?? call };
      if (
        /^(?:(?:Kernel|binding)\.)?eval$/.test(callee) ||
        /^(?:instance_eval|class_eval|module_eval)$/.test(method)
      )
        return first?.kind === 'function' ? undefined : form('code');
      if (/^Oj\.(?:load|object_load)$/.test(callee))
        return call.args.some((arg) => /:(?:compat|strict|null|rails)/.test(wordsOf(arg)))
          ? undefined
          : form('objects');
      if (method === 'constantize' || method === 'safe_constantize')
        return call.callee.kind === 'member'
          ? { form: 'code', data: call.callee.object }
          : undefined;
      return /^(?:send|public_send|__send__)$/.test(method) && first?.kind !== 'text'
        ? form('code')
        : undefined;
    }
    case 'php':
      if (
        /^\\?(?:unserialize|igbinary_unserialize|wddx_deserialize|msgpack_unserialize|maybe_unserialize)$/.test(
          callee,
        )
      )
        return call.args.length < 2 ? form('objects') : undefined;
      if (/^\\?(?:eval|assert|create_function)$/.test(callee)) return form('code');
      return /^\\?(?:call_user_func|call_user_func_array)$/.test(callee) ? form('code') : undefined;
    default:
      return undefined;
  }
}

/**
 * What a call calls of JavaScript's global names, however it is reached: `eval` for `window.eval`,
 * `globalThis['eval']`, `(0, eval)`. Other names as they stand.
 */
function globalName(callee: Code): string {
  if (callee.kind === 'group') {
    const last = callee.items.at(-1);
    return last ? globalName(last) : '';
  }
  const name =
    callee.kind === 'index'
      ? `${dotted(callee.object) ?? ''}.${plainText(callee.index) ?? ''}`
      : (dotted(callee) ?? '');
  return name.replace(/^(?:(?:window|globalThis|global|self)\.)+/, '');
}

/** The old ways to the global object, and to a syntax that some engine does not know. */
const HARMLESS =
  /^\s*(?:return\s*(?:\(?this\)?|import\b.*|async\b.*|\S{0,12}=>.*)|debugger)?;?\s*$/;

/** A text that is written out and run as code, though no data is in it. */
export function isWrittenCode({ form, data }: Reading, call: Call, language: LanguageId): boolean {
  if (form !== 'code' || !isWritten(data) || call.args.length === 0) return false;
  const callee = calleeOf(call);
  const text = plainText(data);
  if (text !== undefined && HARMLESS.test(text)) return false;
  switch (language) {
    case 'python':
      return /^(?:eval|exec)$/.test(callee);
    case 'php':
      return /^\\?(?:eval|create_function)$/.test(callee);
    default:
      return isEcmascript(language) && !/(?:^|\.)(?:run|compile|Script)/.test(callee);
  }
}

function isWritten(code: Code): boolean {
  if (code.kind === 'binary') return isWritten(code.left) && isWritten(code.right);
  return code.kind === 'number' || plainText(code) !== undefined;
}

function pythonReading(
  call: Call,
  callee: string,
  form: (one: Reading['form'], data?: Code) => Reading | undefined,
): Reading | undefined {
  if (
    /^(?:c?[pP]ickle|_pickle|dill|cloudpickle|shelve|marshal|jsonpickle|joblib)\.(?:loads?|decode|open|Unpickler)$/.test(
      callee,
    )
  )
    return form('objects');
  if (/^(?:pd|pandas)\.read_pickle$/.test(callee)) return form('objects');
  if (/^(?:eval|exec|builtins\.eval|builtins\.exec)$/.test(callee)) return form('code');
  if (callee === 'torch.load')
    return named(call, 'weights_only', true) ? undefined : form('objects');
  if (/^(?:np|numpy)\.load$/.test(callee))
    return named(call, 'allow_pickle', true) ? form('objects') : undefined;
  if (/^(?:yaml|ruamel\.yaml)\.(?:load|load_all|unsafe_load|full_load)$/.test(callee)) {
    if (
      call.args.some(
        (arg, i) =>
          (i === 1 || (arg.kind === 'named' && arg.name === 'Loader')) &&
          !/^C?(?:Loader|UnsafeLoader|FullLoader)$/.test(wordsOf(arg)),
      )
    )
      return undefined;
    const fix =
      callee === 'yaml.load' || callee === 'yaml.load_all' || callee === 'yaml.unsafe_load'
        ? yamlFix(call, callee.endsWith('_all') ? 'safe_load_all' : 'safe_load')
        : {};
    const [data] = call.args;
    return data && { ...fix, form: 'objects', data };
  }
  if (/(?:^|\.)(?:XMLParser)$/.test(callee) && named(call, 'resolve_entities', true))
    return { form: 'entities', data: call };
  return undefined;
}

function named({ args }: Call, name: string, value: boolean): boolean {
  return args.some(
    (arg) =>
      arg.kind === 'named' &&
      arg.name === name &&
      arg.value.kind === 'constant' &&
      arg.value.value === value,
  );
}

/** A template that is made of a text when the program runs; what a client writes into it is run. */
function templateOf(call: Call, language: LanguageId): Code | undefined {
  const callee = calleeOf(call);
  const chain = chainOf(call);
  const [first, second] = call.args;
  if (isEcmascript(language)) {
    return /^(?:ejs|pug|jade|Handlebars|handlebars|nunjucks|Mustache|doT|Eta|eta|_|lodash|swig|Twig)\.(?:render|renderString|compile|template|twig)$/.test(
      callee,
    )
      ? first
      : undefined;
  }
  switch (language) {
    case 'python':
      if (/^(?:importlib\.import_module|__import__)$/.test(callee)) return first;
      return /^(?:jinja2\.|mako\.template\.|string\.)?Template$|(?:^|\.)from_string$/.test(callee)
        ? first
        : undefined;
    case 'go':
      return /^template\.(?:New\(\)\.|Must\(\)\.)?(?:Funcs\(\)\.)?Parse$/.test(chain)
        ? first
        : undefined;
    case 'java':
      if (/^(?:Velocity|velocityEngine|ve)\.evaluate$/.test(callee)) return call.args.at(-1);
      if (callee === 'Class.forName') return first;
      return call.isNew && /(?:^|\.)Template$/.test(callee) ? second : undefined;
    case 'csharp':
      return /^(?:Type\.GetType|Activator\.CreateInstance|Assembly\.Load(?:From|File)?)$/.test(
        callee,
      )
        ? first
        : undefined;
    case 'ruby':
      if (call.isNew && /^(?:ERB|Erubi::Engine|Slim::Template|Liquid::Template)$/.test(callee))
        return first;
      return /^(?:Object\.|Kernel\.)const_get$|^(?:ERB\.new|Liquid\.Template\.parse)$/.test(callee)
        ? first
        : undefined;
    case 'php':
      return /^(?:createTemplate|fromString)$/.test(methodOf(call)) ||
        /^Blade\.render$/.test(callee)
        ? first
        : undefined;
    default:
      return undefined;
  }
}

/** The safe call of the same library, where the call says nothing but what to read. */
function yamlFix({ callee, args }: Call, safe: string): { readonly fix?: Fix } {
  if (callee.kind !== 'member' || args.length !== 1) return {};
  const edit = { start: callee.end - callee.name.length, end: callee.end, text: safe };
  return { fix: { title: `Use \`${safe}\``, edits: [edit] } };
}

function wordsOf(code: Code): string {
  const inner = code.kind === 'named' || code.kind === 'entry' ? code.value : code;
  const prefix = inner.kind === 'text' ? inner.prefix : '';
  return `${prefix}${lastWord(inner.kind === 'call' ? inner.callee : inner)}${plainText(inner) ?? ''}${inner.kind === 'dict' ? inner.entries.map(wordsOf).join() : ''}`;
}
