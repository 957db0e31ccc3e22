import type { Call } from '../../code/code.ts';
import type { LanguageId } from '../languageId.ts';
import { chainOf } from './chain.ts';
import { DATABASE } from './databaseCalls.ts';

/** What a call reaches that may not be there, may be slow, or may not be what one thinks. */
export type Outside = 'network' | 'database' | 'file' | 'process' | 'parse';

type Row = readonly (readonly [Outside, RegExp])[];

const HTTP = '(?:get|post|put|patch|delete|head|options|request)';
const CLIENT = '(?:axios|https?|httpService|httpClient|apiClient|api|restClient|webClient)';

const FS =
  '(?:readFile|writeFile|appendFile|readdir|mkdir|rmdir|rm|unlink|rename|copyFile|cp|stat|lstat|open|access|truncate|chmod|readlink|symlink|readJson|writeJson|outputFile|outputJson|ensureDir|remove|move|copy)';

const ECMASCRIPT: Row = [
  [
    'network',
    new RegExp(
      `^(?:(?:window\\.|globalThis\\.)?fetch|\\$fetch|ofetch|(?:ky|got|axios|superagent|needle|\\$http)(?:\\.${HTTP})?)$`,
    ),
  ],
  ['network', new RegExp(`(?:^|\\.)(?:${CLIENT}|\\w+(?:Client|Api|API))\\.(?:${HTTP}|send)$`)],
  ['network', /(?:^|\.)(?:sendMail|sendEmail|importScripts)$/],
  [
    'network',
    /(?:^|\.)(?:stripe|twilio|s3|sns|sqs|ses|openai|anthropic|octokit)\.[\w.]*(?:create|send|get\w*|put\w*|list\w*|retrieve|update|delete\w*|upload|publish|request)$/,
  ],
  [
    'file',
    new RegExp(`^(?:fs|fsp|fsPromises|fse|promises|fsExtra)\\.(?:promises\\.)?${FS}(?:Sync)?$`),
  ],
  [
    'file',
    /^(?:readFile|writeFile|appendFile|unlink|readdir|mkdir|rename|copyFile)(?:Sync)?$|^(?:readJson|readJSON|writeJson|readJsonSync)$|^Deno\.(?:readTextFile|writeTextFile|readFile|writeFile|remove|open)(?:Sync)?$|^Bun\.write$/,
  ],
  [
    'process',
    /^(?:(?:child_process|cp|childProcess)\.)?(?:exec|execFile|spawn|fork)(?:Sync)?$|^(?:execa|execaSync|execAsync)$/,
  ],
  [
    'parse',
    /^(?:JSON\.parse|(?:YAML|yaml|toml|TOML|JSON5|json5)\.(?:parse|load)|superjson\.parse)$/,
  ],
];

const PYTHON: Row = [
  [
    'network',
    /^(?:requests|httpx|grequests|urllib3|(?:[\w.]*(?:client|http|session|api)))\.(?:get|post|put|patch|delete|head|options|request|send)$/,
  ],
  [
    'network',
    /^(?:urllib\.request\.)?(?:urlopen|urlretrieve)$|(?:^|\.)(?:sendmail|send_mail|send_message|create_connection)$|^socket\.gethostby\w+$|^boto3\.\w+$/,
  ],
  [
    'file',
    /^(?:open|io\.open|codecs\.open|os\.(?:remove|unlink|rename|replace|mkdir|makedirs|rmdir|listdir|scandir|open|stat|chmod)|shutil\.\w+|aiofiles\.open|np\.load|pickle\.(?:load|dump)|pd\.read_\w+)$/,
  ],
  ['file', /\.(?:read_text|write_text|read_bytes|write_bytes|to_csv)$/],
  ['process', /^(?:subprocess\.\w+|os\.(?:system|popen))$/],
  ['parse', /^(?:json|orjson|ujson|simplejson|yaml|toml|tomllib)\.(?:loads?|safe_load)$/],
];

const GO: Row = [
  [
    'network',
    /^http\.(?:Get|Post|PostForm|Head|ListenAndServe(?:TLS)?)$|(?:^|\.)(?:\w*[cC]lient|http\.DefaultClient|c)\.(?:Do|Get|Post|PostForm|Head)$|^(?:net|tls|grpc|rpc|websocket|smtp)\.(?:Dial\w*|Listen\w*|Lookup\w+|SendMail|NewClient)$/,
  ],
  [
    'file',
    /^(?:os\.(?:Open|OpenFile|Create|CreateTemp|ReadFile|WriteFile|Remove|RemoveAll|Rename|Mkdir|MkdirAll|MkdirTemp|ReadDir|Stat|Lstat|Chmod|Chdir|Symlink|Truncate|Getwd|UserHomeDir|Hostname|Executable|Pipe)|ioutil\.\w+|io\.(?:ReadAll|Copy|CopyN|ReadFull|WriteString)|filepath\.(?:Walk|WalkDir|Glob|Abs|EvalSymlinks))$/,
  ],
  [
    'process',
    /^exec\.Command(?:Context)?\(\)\.(?:Run|Output|CombinedOutput|Start)$|(?:^|\.)cmd\.(?:Run|Output|CombinedOutput|Start)$/,
  ],
  [
    'parse',
    /^(?:json|xml|yaml|toml|proto|gob|csv)\.(?:Unmarshal|Marshal|MarshalIndent)$|^(?:json|xml|yaml|gob)\.New(?:De|En)coder\(\)\.(?:Decode|Encode)$|(?:^|\.)(?:dec|enc|decoder|encoder)\.(?:Decode|Encode)$|^strconv\.(?:Atoi|Parse\w+)$|^url\.(?:Parse|ParseRequestURI|ParseQuery|QueryUnescape|PathUnescape)$|^time\.(?:Parse\w*|LoadLocation)$|^(?:hex|base64)\.(?:\w+\.)?Decode\w*$|^regexp\.Compile$|^(?:uuid|netip|mail)\.Parse\w*$|^template\.ParseFiles$/,
  ],
];

const RUST: Row = [
  [
    'network',
    /^(?:reqwest\.(?:blocking\.)?get|ureq\.\w+\(\)\.(?:call|send\w*)|surf\.\w+)$|(?:^|\.)\w*client\.(?:get|post|put|delete|patch|request)\(\).*\.send$|^(?:net\.)?(?:TcpStream|TcpListener|UdpSocket|UnixStream)\.(?:connect|bind)$|^(?:tokio\.)?net\.\w+\.(?:connect|bind)$/,
  ],
  [
    'file',
    /^(?:tokio\.)?fs\.(?:read|write|read_to_string|read_dir|remove_file|remove_dir|remove_dir_all|create_dir|create_dir_all|rename|copy|metadata|canonicalize|set_permissions)$|^(?:(?:tokio\.)?fs\.)?(?:File|OpenOptions)\.(?:open|create)$|\.(?:read_to_string|read_to_end|read_line|write_all|flush|sync_all)$/,
  ],
  [
    'process',
    /Command\.new\(\).*\.(?:output|status|spawn)$|^(?:cmd|command)\.(?:output|status|spawn)$/,
  ],
  [
    'parse',
    /^(?:serde_json|serde_yaml|toml|bincode|serde_urlencoded)\.(?:from_\w+|to_\w+)$|\.parse$|^(?:Url|Uuid|DateTime|NaiveDate|NaiveDateTime)\.parse\w*$|^env\.var$/,
  ],
];

const JAVA: Row = [
  [
    'network',
    /(?:^|\.)\w*(?:restTemplate|RestTemplate|httpClient|HttpClient|webClient|okHttpClient|mailSender|kafkaTemplate|rabbitTemplate|feignClient)\.\w+$|(?:^|\.)client\.(?:send|sendAsync|execute|newCall|get|post)(?:\(\)\.execute)?$|^Transport\.send$|\.newCall\(\)\.execute$|\.(?:openConnection|openStream)$|^Socket$/,
  ],
  [
    'file',
    /^Files\.\w+$|^(?:FileInputStream|FileOutputStream|FileReader|FileWriter|RandomAccessFile|PrintWriter)$|^ImageIO\.(?:read|write)$/,
  ],
  [
    'process',
    /^Runtime\.getRuntime\(\)\.exec$|(?:^ProcessBuilder\(\)|\.?(?:pb|processBuilder|builder))\.start$/,
  ],
  [
    'parse',
    /^(?:Integer|Long|Double|Float|Short|Byte)\.(?:parse\w+|valueOf)$|(?:^|\.)(?:\w*[mM]apper|gson|GSON|MAPPER)\.(?:readValue|readTree|fromJson|writeValueAsString|convertValue)$|^(?:LocalDate|LocalDateTime|Instant|ZonedDateTime|OffsetDateTime|Duration)\.parse$|^UUID\.fromString$|^(?:URI\.create|URI|URL|JSONObject)$|\.getInputStream$/,
  ],
];

const CSHARP: Row = [
  [
    'network',
    /(?:^|\.)_?\w*(?:[cC]lient|[hH]ttp)\.(?:(?:Get|Post|Put|Patch|Delete|Send)\w*|Send|Download\w*|Upload\w*)$|^WebRequest\.\w+$|\.GetResponse(?:Async)?$|(?:^|\.)_?(?:smtp|mailer|emailSender|emailService)\w*\.Send\w*$/,
  ],
  ['file', /^(?:System\.IO\.)?(?:File|Directory)\.\w+$|^(?:FileStream|StreamReader|StreamWriter)$/],
  ['process', /^Process\.Start$/],
  [
    'parse',
    /^(?:JsonSerializer|JsonConvert)\.Deserialize\w*$|^(?:int|long|double|decimal|float|DateTime|DateTimeOffset|Guid|Int32|Int64|Decimal|Double|TimeSpan|Enum)\.Parse(?:Exact)?$|^Convert\.To\w+$|^(?:JObject|JArray|JToken|JsonDocument|XDocument|Uri)(?:\.(?:Parse|Load))?$/,
  ],
];

const CPP: Row = [
  [
    'network',
    /^(?:curl_easy_perform|connect|send|recv|sendto|getaddrinfo|socket|bind|listen)$|(?:^|\.)\w*(?:client|cli|socket|resolver|stream)\.(?:Get|Post|Put|Delete|connect|resolve|write_some|read_some|send|request)$|^(?:boost\.)?asio\.(?:connect|write|read|read_until)$|^(?:cpr|http)\.(?:Get|Post|read|write)$/,
  ],
  [
    'file',
    /^(?:fopen|fread|fwrite|fclose|fflush|fsync|rename|open|read|write|mkdir|ftruncate)$|^(?:filesystem|fs|std\.filesystem)\.(?:copy|copy_file|create_director\w+|rename|remove|remove_all|file_size|directory_iterator|resize_file|canonical|last_write_time)$/,
  ],
  ['process', /^(?:system|popen|execv\w*|fork)$/],
  [
    'parse',
    /^(?:sto(?:i|l|ll|ul|ull|f|d|ld))$|^(?:nlohmann\.)?json\.parse$|^YAML\.Load(?:File)?$|^boost\.lexical_cast$|^lexical_cast$/,
  ],
];

const RUBY: Row = [
  [
    'network',
    /^(?:Net\.HTTP|HTTParty|Faraday|RestClient|Excon|HTTP|Typhoeus|URI|OpenURI)(?:\.new\(\))?\.(?:get\w*|post\w*|put|patch|delete|head|start|request|open)$|(?:^|\.)(?:http|conn|client|\w+_client|faraday)(?:\(\))?\.(?:get|post|put|patch|delete|request)$|^(?:TCPSocket|UDPSocket)\.(?:new|open)$|^(?:TCPSocket)$|\.deliver_now$/,
  ],
  [
    'file',
    /^(?:File|IO|Dir|FileUtils|Pathname|CSV|YAML|Tempfile)\.(?:open|read|write|binread|binwrite|readlines|foreach|delete|unlink|rename|mkdir|mkdir_p|rm|rm_f|rm_rf|cp|cp_r|mv|load_file|touch|entries|children)$|^File$/,
  ],
  ['process', /^(?:system|Open3\.\w+|IO\.popen|spawn|Process\.spawn)$/],
  [
    'parse',
    /^(?:JSON|YAML|Psych|Oj|MultiJson|CSV|URI|Date|Time|DateTime)\.(?:parse!?|load|safe_load|iso8601|strptime)$|^(?:Integer|Float)$/,
  ],
];

const PHP: Row = [
  [
    'network',
    /^(?:curl_exec|PDO|mysqli|SoapClient|fsockopen|stream_socket_client|mail|Http\.(?:\w+\(\)\.)*(?:get|post|put|patch|delete|send))$|(?:^|\.)(?:\w*[cC]lient|http|guzzle)\.(?:get|post|put|patch|delete|request|send)$|^Mail\.(?:\w+\(\)\.)*send$/,
  ],
  [
    'file',
    /^(?:fopen|file_get_contents|file_put_contents|file|fwrite|fputs|fread|readfile|unlink|rename|copy|mkdir|rmdir|move_uploaded_file|scandir|opendir|parse_ini_file|touch|chmod|filesize|filemtime|getimagesize)$|^Storage\.(?:\w+\(\)\.)*(?:get|put|delete|copy|move|append)$|^File\.(?:get|put|delete|copy|move)$/,
  ],
  ['process', /^(?:exec|shell_exec|system|passthru|proc_open|popen)$/],
  [
    'parse',
    /^(?:json_decode|unserialize|simplexml_load_(?:string|file)|yaml_parse|DateTime|DateTimeImmutable|SimpleXMLElement|Carbon\.parse)$/,
  ],
];

const TABLE: { readonly [L in LanguageId]: Row } = {
  typescript: ECMASCRIPT,
  tsx: ECMASCRIPT,
  javascript: ECMASCRIPT,
  python: PYTHON,
  go: GO,
  rust: RUST,
  java: JAVA,
  csharp: CSHARP,
  cpp: CPP,
  ruby: RUBY,
  php: PHP,
};

/** What a call reaches outside of the program's own code; undefined where nobody can tell by its name. */
export function outsideOf(call: Call, language: LanguageId): Outside | undefined {
  const chain = chainOf(call);
  if (chain === '') return undefined;
  const row = TABLE[language].find(([, names]) => names.test(chain));
  if (row) return row[0];
  return DATABASE[language].some((names) => names.test(chain)) ? 'database' : undefined;
}
