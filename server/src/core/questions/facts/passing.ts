import type { Call, Code } from '../../code/code.ts';
import { calleeOf, lastWord, methodOf, plainText } from '../../code/say.ts';

/** What a call gives of what is put into it. */
export interface Passing {
  /** It still holds what it is called on. */
  readonly receiver: boolean;
  /** It still holds its arguments. */
  readonly args: boolean;
  /** It holds them as a number. */
  readonly asNumber: boolean;
}

/** How what a call is given is found again in what it gives; what is not known gives nothing of it. */
export function passingOf(call: Call): Passing {
  const method = methodOf(call);
  const callee = calleeOf(call);
  // Rust's `parse()`; others parse what they are given.
  const isParsed = method === 'parse' && call.args.length === 0;
  const asNumber =
    isParsed ||
    NUMBERS.has(method) ||
    NUMBERS.has(callee) ||
    isNumberParse(callee) ||
    isEachNumber(call, method);
  if (asNumber) return { receiver: true, args: true, asNumber };
  if (REPLACING.test(method)) return replacing(call, method);
  return { receiver: isOfReceiver(call, method), args: isOfArgs(method, callee), asNumber };
}

function isOfReceiver(call: Call, method: string): boolean {
  if (call.callee.kind !== 'member' || call.isNew) return false;
  // The last part of a path; not what a form's part says it is called.
  const isPart =
    /^(?:file_?name|getFileName)$/i.test(method) && PART.test(lastWord(call.callee.object));
  if (LOSING.test(method)) return isPart;
  // `link.url()`, `file.getName()`: a field, or the same in another shape.
  if (OF_RECEIVER.has(method) || call.args.length === 0) return true;
  // Letters are picked out: `name.chars().filter(…)`.
  const { object } = call.callee;
  if (
    method === 'filter' &&
    object.kind === 'call' &&
    /^(?:chars|bytes|each_char|codePoints)$/.test(methodOf(object))
  )
    return false;
  if (EACH.has(method)) return !call.args.some(isMadeAnew);
  return KEEPING.test(method);
}

function isOfArgs(method: string, callee: string): boolean {
  if (OF_ARGS.has(method) || OF_ARGS.has(callee)) return true;
  return RESHAPING.test(method) && !CLEANING.test(method);
}

const PART = /field|part|upload|disposition/i;

/** Methods without arguments that give something else than what they are called on. */
const LOSING =
  /^(?:is|has|can|are|contains|exists|size|length|len|count|hash|hashCode|hexdigest|digest|close|save|destroy|delete|send|start|stop|valid|validated?|errors?|now|empty|any|all|blank|present|nil|method|status|unlink|release|rewind|cancel|abort|escape|sanitize|inspect|dump|is_file|file_name|getFileName|fileName|basename|filename|stem|extension|file_stem|getNameCount|indexOf|strict|rows|file_size|checksum|to_json|toJSON|toJson|to_yaml)(?:[A-Z_?!]\w*|[?!]|$)/;

/** Methods with arguments whose result is a part of what they are called on, by their first word. */
const KEEPING =
  /^(?:get|Get|as|As|to|To|trim|Trim|pad|Pad|substr|Substr|take|Take|drop|skip|Skip|slice|split|Split|rsplit|partition|value|Value|or|Or|unwrap|filter|Where|sort|Sort|reverse|concat|strip|lstrip|rstrip|remove|ljust|rjust|center|decode|fetch|dig|nth|first|last|at|peek|param|query|header|part|field|next|chunk|string|read|find|query|left|right|mid|arg|Insert|insert|prepend|prefix|suffix|lines|bytes|chars|s|d|asType|cast|with|then|ok|elvis)(?:[A-Z_]\w*|\d*)?!?$/;

/** Functions by a part of their names: what they give still holds what they are given. */
const RESHAPING =
  /decode|unescape|unquote|deserial|unmarshal|from_?json|fromJson|read_?(?:value|tree|json)|parse_?(?:query|string|json|url|body|qs|str)|parseBody|to_?(?:lower|upper|string|utf8)|trim|normali[sz]e|concat/i;
const CLEANING = /sanit|clean|safe|escape(?<!unescape)|valid|check|strict/i;

/** Methods that hand each item to a function. */
const EACH: ReadonlySet<string> = new Set([
  ...[
    'map',
    'flatMap',
    'Select',
    'collect',
    'map!',
    'collect!',
    'filter_map',
    'SelectMany',
    'then',
  ],
  ...['and_then', 'map_or', 'flat_map', 'array_map', 'reduce', 'fold', 'mapNotNull'],
]);

/** `ids.map(Number)`, `ids.map((id) => parseInt(id, 10))`. */
function isEachNumber(call: Call, method: string): boolean {
  if (!EACH.has(method)) return false;
  return call.args.some((arg) => {
    const made = madeOf(arg);
    if (made) return passingOf(made).asNumber;
    return NUMBERS.has(lastWord(arg));
  });
}

/** It gives for each item what a call makes of it, and that holds nothing of it. */
function isMadeAnew(arg: Code): boolean {
  const made = madeOf(arg);
  if (!made) return CLEANING.test(lastWord(arg));
  const { receiver, args } = passingOf(made);
  return !receiver && !args;
}

/** The call that a function of one expression gives. */
function madeOf(arg: Code): Call | undefined {
  if (arg.kind !== 'function') return undefined;
  const [first, second] = arg.body?.statements ?? [];
  const value = first?.kind === 'return' || first?.kind === 'expression' ? first.value : undefined;
  return second === undefined && value?.kind === 'call' ? value : undefined;
}

/** Calls that put something else in place of parts of a text. */
const REPLACING =
  /^(?:replace|replaceAll|replaceFirst|Replace|ReplaceAll|replace_all|replacen|g?sub!?|tr!?|tr_s|delete!?|str_i?replace|preg_replace|translate)$/;

/** What is left of a text after a replacement; nothing where it may take out what does harm. */
function replacing(call: Call, method: string): Passing {
  const { callee, args } = call;
  const isFunction =
    callee.kind !== 'member' || /^(?:strings|re|Regex|bytes|boost)$/.test(lastWord(callee.object));
  const isLast = isFunction && /^(?:str_i?replace|preg_replace|sub)$/.test(method);
  const search = isFunction && !isLast ? args[1] : args[0];
  const isPlain = search !== undefined && isPlainSearch(search);
  return { receiver: isPlain && !isFunction, args: isPlain && isFunction, asNumber: false };
}

/** Blanks, letters and the like, whose absence keeps nobody out. */
function isPlainSearch(search: Code): boolean {
  if (search.kind === 'list') return search.items.every(isPlainSearch);
  if (search.kind === 'regex') return /^[ \w%+,:=@~-]*$/.test(search.source);
  if (search.kind === 'entry') return isPlainSearch(search.key);
  const words = plainText(search);
  return words !== undefined && /^[ \w%+,:=@~/-]{0,40}$/.test(words) && words !== '/';
}

/** `int.Parse`, `Int32.TryParse`, `Number.parseInt`, `value.parse` of Rust, which gives no text. */
function isNumberParse(callee: string): boolean {
  return /(?:^|\.)(?:u?int|u?long|u?short|double|float|decimal|bool|Guid|DateTime|U?Int\d\d)\.(?:Try)?Parse$/.test(
    callee,
  );
}

/** Calls that make a number, or what can be no more than that, of a text. */
const NUMBERS: ReadonlySet<string> = new Set([
  ...['parseInt', 'Number', 'parseFloat', 'BigInt', 'int', 'float', 'bool', 'Boolean', 'Decimal'],
  ...['Atoi', 'ParseInt', 'ParseFloat', 'ParseUint', 'ParseBool', 'atoi', 'atol', 'atoll', 'atof'],
  ...['stoi', 'stol', 'stoll', 'stoul', 'stoull', 'stod', 'strtol', 'strtoul', 'strtoull'],
  ...['parseLong', 'parseDouble', 'parseBoolean', 'ToInt32', 'ToInt64', 'ToBoolean', 'ToDouble'],
  ...['to_i', 'to_f', 'to_r', 'Integer', 'Float', 'intval', 'floatval', 'boolval', 'integer'],
  ...['abs', 'parse_int', 'from_str_radix', 'intValue', 'longValue', 'asInt', 'GetInt32', 'UUID'],
  ...['Integer.valueOf', 'Long.valueOf', 'UUID.fromString', 'uuid.Parse', 'valueAsNumber'],
]);

/** Methods whose result holds the text, or a part of it, that they are called on. */
const OF_RECEIVER: ReadonlySet<string> = new Set([
  ...['trim', 'trimStart', 'trimEnd', 'strip', 'lstrip', 'rstrip', 'chomp', 'Trim', 'TrimSpace'],
  ...['toString', 'to_s', 'ToString', 'to_string', 'to_owned', 'String', 'to_str', 'as_str', 'str'],
  ...['toLowerCase', 'toUpperCase', 'lower', 'upper', 'downcase', 'upcase', 'ToLower', 'ToUpper'],
  ...['to_lowercase', 'to_uppercase', 'title', 'capitalize', 'concat', 'slice', 'substring'],
  ...[
    'substr',
    'Substring',
    'split',
    'Split',
    'get',
    'Get',
    'getAll',
    'first',
    'last',
    'at',
    'pop',
  ],
  ...[
    'shift',
    'decode',
    'json',
    'text',
    'formData',
    'getlist',
    'to_dict',
    'dict',
    'items',
    'getOne',
  ],
  ...['values', 'keys', 'entries', 'copy', 'clone', 'cloned', 'as_ref', 'as_deref', 'into', 'key'],
  ...['into_inner', 'unwrap', 'unwrap_or', 'unwrap_or_default', 'unwrap_or_else', 'expect', 'ok'],
  ...['as_bytes', 'c_str', 'data', 'append', 'orElse', 'orElseThrow', 'orElseGet', 'ToArray'],
  ...['FirstOrDefault', 'First', 'ToList', 'getOrDefault', 'fetch', 'dig', 'to_h', 'to_unsafe_h'],
  ...['read', 'bytes', 'getBytes', 'readLine', 'lines', 'nth', 'next', 'collect', 'iter', 'string'],
  ...[
    'into_iter',
    'skip',
    'getFirst',
    'getValue',
    'Value',
    'value',
    'unwrapOr',
    'presence',
    'Bytes',
  ],
  ...[
    'encode',
    'format',
    'getOriginalFilename',
    'getSubmittedFileName',
    'GetString',
    'getContents',
  ],
  ...['as_string', 'path', 'query', 'as_path', 'toPath', 'getPath', 'with_extension', 'ReadToEnd'],
  ...['ReadToEndAsync', 'getAsString', 'asText', 'textValue', 'getString', 'map_err', 'ok_or'],
  ...[
    'ok_or_else',
    'require',
    'permit',
    'permit!',
    'to_hash',
    'original_filename',
    'getClientOriginalName',
  ],
  ...[
    'get_argument',
    'getlist',
    'resolve',
    'join',
    'toFile',
    'normalize',
    'and_then',
    'model_dump',
  ],
  ...[
    'recv',
    'receive',
    'readAllBytes',
    'CopyTo',
    'OpenReadStream',
    'body',
    'header',
    'to_path_buf',
  ],
  ...['Query', 'Cookie', 'File', 'Files', 'Hostname', 'Peek', 'Read', 'with_symbolize_keys'],
]);

/** Functions whose result holds their arguments. */
const OF_ARGS: ReadonlySet<string> = new Set([
  ...['String', 'str', 'unicode', 'bytes', 'trim', 'strval', 'concat', 'join', 'Join', 'implode'],
  ...[
    'format',
    'Format',
    'Sprintf',
    'Sprint',
    'sprintf',
    'vsprintf',
    'format!',
    'printf',
    'TrimSpace',
  ],
  ...['Trim', 'ToLower', 'ToUpper', 'strtolower', 'strtoupper', 'lower', 'upper', 'decode', 'atob'],
  ...['b64decode', 'base64_decode', 'DecodeString', 'decode64', 'urldecode', 'unquote', 'StringIO'],
  ...['decodeURIComponent', 'decodeURI', 'unescape', 'rawurldecode', 'unquote_plus', 'BytesIO'],
  ...['QueryUnescape', 'URLDecode', 'UrlDecode', 'FromBase64String', 'strings.Split', 'explode'],
  ...['JSON.parse', 'json.loads', 'json_decode', 'qs.parse', 'querystring.parse', 'url.parse'],
  ...['Buffer.from', 'new Buffer', 'URL', 'URI', 'Uri', 'URI.create', 'URI.parse', 'Uri.parse'],
  ...['URLSearchParams', 'Object.assign', 'Object.entries', 'Object.values', 'Object.keys', 'dict'],
  ...['list', 'tuple', 'set', 'array_merge', 'StringBuilder', 'StringBuffer', 'StringReader'],
  ...[
    'path.join',
    'path.resolve',
    'resolve',
    'normalize',
    'Combine',
    'Path',
    'PathBuf.from',
    'File',
  ],
  ...['Path.new', 'Paths.get', 'Path.of', 'Pathname', 'Pathname.new', 'filepath.Join', 'path.Join'],
  ...[
    'Clean',
    'filepath.Clean',
    'expand_path',
    'File.join',
    'File.expand_path',
    'safe_str',
    'concat!',
  ],
  ...[
    'string',
    'std.string',
    'from_utf8',
    'from_utf8_lossy',
    'String.from',
    'Some',
    'Ok',
    'Box.new',
  ],
  ...[
    'ByteArrayInputStream',
    'MemoryStream',
    'InputStreamReader',
    'BufferedReader',
    'NewReader',
    'NewDecoder',
    'NewScanner',
  ],
  ...[
    'NewBufferString',
    'ReadAll',
    'io.ReadAll',
    'ioutil.ReadAll',
    'ReadString',
    'push_str',
    'append',
  ],
  ...['readValue', 'readTree', 'fromJson', 'Deserialize', 'DeserializeObject', 'DeserializeAsync'],
  ...['from_slice', 'from_reader', 'from_value', 'JSONObject', 'JSONArray', 'ParseQueryString'],
  ...['json.parse', 'json.load', 'Object.fromEntries', 'Array.from', 'fromEntries', 'from_json'],
  ...[
    'Promise.resolve',
    'Promise.all',
    'TrimPrefix',
    'TrimSuffix',
    'TrimLeft',
    'TrimRight',
    'Fields',
  ],
  ...['fmt.format', 'std.format', 'QString', 'std.string_view', 'string_view', 'QString.fromUtf8'],
  ...[
    'substr',
    'mb_substr',
    'mb_strtolower',
    'ucwords',
    'array_merge',
    'array_map',
    'current',
    'reset',
  ],
  ...[
    'sorted',
    'reversed',
    'enumerate',
    'zip',
    'iter',
    'next',
    'array_keys',
    'array_pop',
    'PathBuf',
  ],
  ...['percent_decode_str', 'Cow.from', 'Arc.new', 'Array', 'std.move', 'move', 'std.as_const'],
  ...['SplitN', 'SplitAfter', 'Title', 'ToTitle', 'iconv', 'utf8_decode', 'str.lower', 'str.strip'],
  ...['Path.new', 'Scanner', 'StringTokenizer', 'Concat', 'URLDecoder.decode', 'make_pair'],
  ...['array_values', 'array_filter', 'collect', 'Optional.ofNullable', 'Objects.requireNonNull'],
  ...['requireNonNullElse', 'Objects.toString', 'structuredClone', 'cloneDeep', 'new String'],
  ...[
    'StreamReader',
    'GetString',
    'GetBytes',
    'url.Parse',
    'parse_url',
    'urlparse',
    'html_entity_decode',
  ],
  ...[
    'Request',
    'HttpGet',
    'getUrl',
    'fs.path',
    'fs.path.new',
    'filesystem.path',
    'std.filesystem.path',
  ],
  ...['strdup', 'strcpy', 'str_c', 'asprintf', 'stripslashes', 'ltrim', 'rtrim', 'copy'],
  ...[
    'bytearray',
    'Markup.format',
    'u',
    'ucfirst',
    'String.valueOf',
    'valueOf',
    'Interpolate',
    'storage_path',
    'public_path',
    'base_path',
    'resource_path',
    'config_path',
    'lang_path',
    'database_path',
    'Url.parse',
    'U',
    'Body.from',
    'app_path',
  ],
]);
