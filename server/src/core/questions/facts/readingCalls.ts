import type { Call, Code } from '../../code/code.ts';
import { calleeOf, dotted, lastWord, methodOf, plainText } from '../../code/say.ts';
import { isEcmascript, type LanguageId } from '../languageId.ts';
import type { Fix } from '../rule.ts';

/** A call that makes code or objects of data. */
export interface Reading {
  /** `code`: it is run. `objects`: it says what is made. `entities`: it may name files to read. */
  readonly form: 'code' | 'objects' | 'entities';
  readonly data: Code;
  readonly fix?: Fix;
}

/** What a call makes code or objects of; undefined for other calls. */
export function readingOf(call: Call, language: LanguageId): Reading | undefined {
  const callee = calleeOf(call);
  const method = methodOf(call);
  const [first] = call.args;
  const form = (one: Reading['form'], data: Code | undefined = first): Reading | undefined =>
    data && { form: one, data };
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
        /(?:^|\.)(?:lua|engine|rhai|context|js|ctx|py)\.(?:load|eval|eval_expression|run|eval_with_scope)$/.test(
          callee,
        )
      )
        return form('code');
      return /(?:^|\.)serde_pickle\.(?:from_slice|from_reader|value_from_slice)$/.test(callee)
        ? form('objects')
        : undefined;
    case 'java':
      if (method === 'ObjectInputStream' && call.isNew) return form('objects');
      if (/(?:^|\.)XMLDecoder$/.test(callee) && call.isNew) return form('objects');
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
      if (/^\\?(?:unserialize)$/.test(callee))
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
  if (/^(?:eval|exec)$/.test(callee)) return form('code');
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
