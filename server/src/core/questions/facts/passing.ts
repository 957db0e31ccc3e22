import type { Call } from '../../code/code.ts';
import { calleeOf, methodOf } from '../../code/say.ts';

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
  const asNumber = isParsed || NUMBERS.has(method) || NUMBERS.has(callee) || isNumberParse(callee);
  return {
    receiver: asNumber || OF_RECEIVER.has(method),
    args: asNumber || OF_ARGS.has(method) || OF_ARGS.has(callee),
    asNumber,
  };
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
  ...[
    'strdup',
    'strcpy',
    'str_c',
    'asprintf',
    'str_replace',
    'stripslashes',
    'ltrim',
    'rtrim',
    'copy',
  ],
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
    'app_path',
  ],
]);
