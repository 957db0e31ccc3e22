import type { Call, Code } from '../../code/code.ts';
import { lastWord, methodOf, plainText } from '../../code/say.ts';
import type { Range } from '../../text/range.ts';
import { literalOf } from '../facts/literal.ts';
import { nameOf, namedTexts } from '../facts/namedTexts.ts';
import {
  isPlaceholder,
  isRandom,
  isSecretValue,
  redacted,
  secretIn,
  secretNameOf,
} from '../facts/secretValue.ts';
import { ECMASCRIPT } from '../languageId.ts';
import type { Rule, RuleContext, Trigger } from '../rule.ts';
import { inBackticks, shortened } from '../words.ts';

/** Folders whose code shows how, and holds no secret that counts. */
const SHOWS = /(?:^|\/)(?:examples?|samples?|demos?|docs?|fixtures?|__?mocks?_?_?|stubs)\//i;

// In pieces, so that no scanner takes this file's examples for leaks.
const STRIPE = `sk_${'live'}_4eC39HqLyjWDarjtT1zdp7dcQ8`;
const GITHUB = `ghp${'_'}16C7e42F292c6912E7710c838347Ae178B4a`;
const AWS = `wJalrXUtnFEMI/K7MDENG${'/'}bPxRfiCYzq93kTbLw2`;

/** A secret stands in the code. */
export const hardCodedSecret: Rule = {
  id: 'hard-coded-secret',
  row: 33,
  title: 'A secret in the code',
  severity: 'high',
  concern: 'security',
  weight: 5,
  cwe: [798, 259, 321],
  kind: 'check',
  isOn: true,
  absent: {},
  *find(context: RuleContext): Iterable<Trigger> {
    const { view, isTest, path } = context;
    const seen = new Set<number>();
    const fresh = ({ start }: Range): boolean => {
      const isFresh = !seen.has(start);
      seen.add(start);
      return isFresh;
    };
    const isShown = isTest || SHOWS.test(path);
    if (!isShown) {
      for (const { name, text } of namedTexts(view)) {
        const value = plainText(text) ?? '';
        const what = secretNameOf(name);
        if (what && isSecretValue(what, value, name) && fresh(text)) {
          yield triggerOf(text, inBackticks(shortened(name)), value);
        }
      }
      for (const { text, name } of keysInUse(context)) {
        const value = plainText(text) ?? '';
        if (3 <= value.length && value.length < 500 && fresh(text)) {
          yield triggerOf(text, name, value);
        }
      }
    }
    for (const text of view.all('text')) {
      const value = text.parts.map((part) => (typeof part === 'string' ? part : '${}')).join('');
      const found = secretIn(value) ?? keyInPieces(context, text, value);
      if (!found || (isShown && /^(?:private key|password|jwt)/.test(found.id))) continue;
      if (fresh(text)) yield triggerOf(text, `this text (${found.id})`, found.value);
    }
    for (const comment of view.comments) {
      const found = secretIn(comment.text) ?? (isShown ? undefined : namedIn(comment.text));
      if (!found || (isShown && /^(?:private key|password|jwt)/.test(found.id))) continue;
      yield triggerOf(lineIn(comment, found.value), `this comment (${found.id})`, found.value);
    }
  },
  ask: ({ name, shown, length, line }) =>
    `Line ${line}: ${name} holds a secret (\`${shown}\`, ${length} characters), and whoever reads the code has it.`,
  obligations: [],
  page: {
    why: 'A secret in the code is known to all who can read the repository, its copies and its history, and to what is built of it. Taking it out later does not help: it must be made anew.',
    instead:
      'Read it from the environment or a store of secrets, and refuse to start where it is missing. Revoke the one that stood here if it was ever real.',
    sources: [
      'CWE-798, CWE-259, CWE-321',
      'Forms of tokens: gitleaks (MIT, see NOTICE)',
      'CodeRabbit 2025: security findings 1.57 x in AI code',
    ],
  },
  examples: [
    {
      languages: [...ECMASCRIPT],
      asks: `const API_KEY = '${STRIPE}'; ⟵
const config = {
  jwtSecret: process.env.JWT_SECRET || 'supersecretkey', ⟵
  db: { user: 'app', password: 'Tr0ub4dor&3' }, ⟵
};
export const token = jwt.sign(payload, 'shhhh'); ⟵
const url = 'postgres://app:k9Xw2mPq@db7.internal.net/app'; ⟵
// old key: ${GITHUB} ⟵`,
      quiet: `const API_KEY = process.env.API_KEY;
const config = {
  jwtSecret: process.env.JWT_SECRET || '',
  db: { user: 'app', password: readSecret('db-password') },
  passwordField: 'new-password1', apiKeyHeader: 'X-Api-Key-2', token: 'your-token-here-123456',
};
const url = \`postgres://app:\${password}@db7.internal.net/app\`;
export const token = jwt.sign(payload, config.jwtSecret);
const labels = { password: 'Password', secret: 'Geheimnis', passwordHint: 'at least 12 characters' };`,
    },
    {
      languages: [...ECMASCRIPT],
      asks: `app.use(session({ secret: 'keyboard cat', resave: false })); ⟵
function isAdmin(user, password) {
  return user === 'root' && password === 'opensesame1'; ⟵
}
const headers = { Authorization: 'Bearer 9f8b7c6d5e4f3a2b1c0d9e8f7a6b5c4d' }; ⟵`,
      quiet: `app.use(session({ secret: env.SESSION_SECRET, resave: false }));
function isAdmin(user, password) {
  return user === 'root' && password === expected;
}
const headers = { Authorization: \`Bearer \${token}\` };`,
    },
    {
      languages: ['python'],
      asks: `SECRET_KEY = "django-insecure-4k2j3h5g6f7d8s9a0p1o2i3u" ⟵
conn = psycopg2.connect(host="db", user="app", password="s3cr3tPw!") ⟵
aws = boto3.client("s3", aws_secret_access_key="${AWS}") ⟵
token = jwt.encode(payload, "secret", algorithm="HS256") ⟵
key = os.environ.get("API_KEY", "${STRIPE}") ⟵`,
      quiet: `SECRET_KEY = os.environ["SECRET_KEY"]
conn = psycopg2.connect(host="db", user="app", password=os.environ["DB_PASSWORD"])
aws = boto3.client("s3", aws_secret_access_key=settings.aws_secret)
token = jwt.encode(payload, SECRET_KEY, algorithm="HS256")
key = os.environ.get("API_KEY", "")
PASSWORD_FIELD = "password1"`,
    },
    {
      languages: ['go'],
      asks: `package a

const apiKey = "${STRIPE}" ⟵

func connect() {
	cfg := Config{User: "app", Password: "Pr0d-9xKq"} ⟵
	token.SignedString([]byte("my-signing-key")) ⟵
}`,
      quiet: `package a

var apiKey = os.Getenv("API_KEY")

func connect() {
	cfg := Config{User: "app", Password: os.Getenv("DB_PASSWORD")}
	token.SignedString(signingKey)
}`,
    },
    {
      languages: ['rust'],
      asks: `const API_KEY: &str = "${STRIPE}"; ⟵
fn key() {
    let db_password = "hunter2-prod"; ⟵
    let k = EncodingKey::from_secret(b"topsecret"); ⟵
}`,
      quiet: `const API_KEY_VAR: &str = "STRIPE_API_KEY";
fn key() {
    let db_password = std::env::var("DB_PASSWORD").unwrap();
    let k = EncodingKey::from_secret(secret.as_bytes());
}`,
    },
    {
      languages: ['java'],
      asks: `class A {
  private static final String API_KEY = "${STRIPE}"; ⟵
  void open() {
    config.setPassword("Pr0d-9xKq"); ⟵
    if (password.equals("opensesame1")) { grant(); } ⟵
    Algorithm a = Algorithm.HMAC256("secret"); ⟵
  }
}`,
      quiet: `class A {
  private static final String API_KEY = System.getenv("API_KEY");
  void open() {
    config.setPassword(env.get("DB_PASSWORD"));
    if (password.equals(expected)) { grant(); }
    Algorithm a = Algorithm.HMAC256(secret);
  }
}`,
    },
    {
      languages: ['csharp'],
      asks: `class A {
  private const string ApiKey = "${STRIPE}"; ⟵
  string db = "Server=db7;User Id=sa;Password=Pr0d9xKq;"; ⟵
  void Open() {
    var key = new SymmetricSecurityKey(Encoding.UTF8.GetBytes("my-signing-key")); ⟵
    var login = new Login { User = "app", Password = "Pr0d-9xKq" }; ⟵
  }
}`,
      quiet: `class A {
  private readonly string ApiKey = config["ApiKey"];
  string db = "Server=db7;User Id=sa;Integrated Security=true;";
  void Open() {
    var key = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(signingKey));
    var login = new Login { User = "app", Password = secrets.Db };
  }
}`,
    },
    {
      languages: ['cpp'],
      asks: `const char* kApiKey = "${STRIPE}"; ⟵
void open() {
  std::string password = "Pr0d-9xKq"; ⟵
}`,
      quiet: `const char* kApiKey = std::getenv("API_KEY");
void open() {
  std::string password = read_secret("db-password");
}`,
    },
    {
      languages: ['ruby'],
      asks: `API_KEY = '${STRIPE}' ⟵
def open_db
  connect(user: 'app', password: 'Pr0d-9xKq') ⟵
  JWT.encode(payload, 'secret', 'HS256') ⟵
end`,
      quiet: `API_KEY = ENV.fetch('API_KEY')
def open_db
  connect(user: 'app', password: ENV['DB_PASSWORD'])
  JWT.encode(payload, ENV.fetch('JWT_KEY'), 'HS256')
end`,
    },
    {
      languages: ['php'],
      asks: `<?php
define('DB_PASSWORD', 'Pr0d-9xKq'); ⟵
$apiKey = '${STRIPE}'; ⟵
$config = ['user' => 'app', 'password' => 'Pr0d-9xKq']; ⟵
$t = JWT::encode($payload, 'secret', 'HS256'); ⟵`,
      quiet: `<?php
define('DB_PASSWORD', getenv('DB_PASSWORD'));
$apiKey = $_ENV['API_KEY'];
$config = ['user' => 'app', 'password' => env('DB_PASSWORD')];
$t = JWT::encode($payload, $key, 'HS256');`,
    },
  ],
};

function triggerOf(at: Range, name: string, value: string): Trigger {
  return { at, about: { name, ...redacted(value) } };
}

interface KeyInUse {
  readonly text: Code;
  readonly name: string;
}

/** Calls that sign or encrypt, and where their key stands among what they are given. */
const KEY_AT: readonly (readonly [RegExp, number])[] = [
  [/(?:^|\.)(?:jwt|JWT|jsonwebtoken)\.(?:sign|verify|encode|decode)$/, 1],
  [/(?:^|\.)(?:createHmac)$/, 1],
  [/(?:^|\.)(?:createCipheriv|createDecipheriv)$/, 1],
  [/(?:^|\.)hmac\.(?:new|digest)$/, 0],
  [/(?:^|\.)hmac\.New$/, 1],
  [/(?:^|\.)(?:hmacShaKeyFor|HMAC256|HMAC384|HMAC512|SignedString|NewCookieStore)$/, 0],
  [/(?:^|\.)(?:SecretKeySpec|SymmetricSecurityKey|HMACSHA256|HMACSHA512|HMACSHA1|Fernet)$/, 0],
  [/(?:^|\.)(?:EncodingKey|DecodingKey)\.from_secret$/, 0],
  [/(?:^|\.)Hmac\w*\.new_from_slice$/, 0],
  [/(?:^|\.)(?:AES|DES|DES3|ARC4|Blowfish)\.new$/, 0],
  [/(?:^|\.)aes\.NewCipher$/, 0],
  [/(?:^|\.)hash_hmac$/, 2],
  [/(?:^|\.)openssl_(?:en|de)crypt$/, 2],
  [/(?:^|\.)HMAC\.(?:hexdigest|digest|base64digest)$/, 1],
  [/(?:^|\.)(?:signWith|setSigningKey)$/, -1],
  [/(?:^|\.)(?:cookieParser)$/, 0],
];

/** Texts that are used as a key, whatever they are called. */
function* keysInUse({ view }: RuleContext): Generator<KeyInUse> {
  for (const call of view.all('call')) {
    const callee = dottedCallee(call);
    for (const [form, i] of KEY_AT) {
      if (!form.test(callee)) continue;
      const text = literalOf(call.args.at(i));
      if (text) yield { text, name: `the key of ${inBackticks(shortened(callee))}` };
    }
    // `session({ secret: 'keyboard cat' })`
    if (!/^(?:session|cookieSession|expressjwt|expressJwt|jwt|fastifyJwt)$/.test(callee)) continue;
    for (const arg of call.args) {
      if (arg.kind !== 'dict') continue;
      for (const entry of arg.entries) {
        if (entry.kind !== 'entry' || nameOf(entry.key) !== 'secret') continue;
        const text = literalOf(entry.value);
        if (text) yield { text, name: '`secret`' };
      }
    }
  }
  for (const { target, value } of view.all('assign')) {
    const name = nameOf(target);
    if (name !== 'secret_key' && name !== 'SECRET_KEY' && name !== 'secret_key_base') continue;
    const text = literalOf(value);
    const isOnObject = target.kind === 'member' || target.kind === 'index';
    if (text && isOnObject && !isPlaceholder(plainText(text) ?? '')) {
      yield { text, name: inBackticks(name) };
    }
  }
}

function dottedCallee(call: Call): string {
  const { callee } = call;
  if (callee.kind !== 'member') return methodOf(call);
  const object = lastWord(callee.object);
  return object === '' ? callee.name : `${object}.${callee.name}`;
}

/** A private key whose lines are joined by `+`. */
function keyInPieces(
  { view }: RuleContext,
  text: Code,
  value: string,
): { readonly id: string; readonly value: string } | undefined {
  if (!/^-----BEGIN[ A-Z0-9_-]{0,40}PRIVATE KEY/.test(value)) return undefined;
  const around = view.flat(view.statementOf(text)).slice(0, 2000);
  return /PRIVATE KEY-----(?:\\[nr])*["'][\s+.,]{0,8}["'][A-Za-z0-9+/=]{40}/.test(around)
    ? { id: 'private key', value }
    : undefined;
}

const NAMED_IN_COMMENT =
  /\b([\w-]{0,40}(?:password|passwd|pwd|secret|token|api[_-]?key)\w{0,20})["']?\s{0,3}[:=]\s{0,3}["'`]?([^\s"'`,;]{8,200})/i;

/** `password: hunter2…` in a comment. */
function namedIn(text: string): { readonly id: string; readonly value: string } | undefined {
  const [, name = '', value = ''] = NAMED_IN_COMMENT.exec(text.slice(0, 2000)) ?? [];
  const what = secretNameOf(name);
  return what && isRandom(value) && !isPlaceholder(value) ? { id: what, value } : undefined;
}

/** Where in a comment it stands, so that its line is named. */
function lineIn({ start, end, text }: Range & { readonly text: string }, value: string): Range {
  const at = text.indexOf(value);
  return at < 0 ? { start, end } : { start: start + at, end: start + at + value.length };
}
