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
import type { Rule, RuleContext, Trigger } from '../rule.ts';
import { inBackticks, shortened } from '../words.ts';
import { hardCodedSecretExamples } from './examples/hardCodedSecret.ts';

/** Folders whose code shows how, and holds no secret that counts. */
const SHOWS = /(?:^|\/)(?:examples?|samples?|demos?|docs?|fixtures?|__?mocks?_?_?|stubs)\//i;

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
      for (const { text, name } of passwordsGiven(context)) {
        const value = plainText(text) ?? '';
        if (isSecretValue('password', value, 'password') && fresh(text)) {
          yield triggerOf(text, name, value);
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
  examples: hardCodedSecretExamples,
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
  // jwt-cpp, cpp-jwt, OpenSSL.
  [/(?:^|\.)algorithm\.hs(?:256|384|512)$/, 0],
  [/(?:^|\.)params\.secret$/, 0],
  [/^HMAC$/, 1],
  [/(?:^|\.)InMemory\.plainText$/, 0],
  [/(?:^|\.)(?:URLSafeSerializer|URLSafeTimedSerializer|TimestampSigner)$/, 0],
  [/(?:^|\.)(?:MessageVerifier|MessageEncryptor)\.new$/, 0],
  [/(?:^|\.)HS(?:256|384|512)Key\.from_bytes$/, 0],
];

/** Calls that sign in, and where their password stands. */
const PASSWORD_AT: readonly (readonly [RegExp, number])[] = [
  [
    /^(?:login|PasswordAuthentication|NetworkCredential|SetBasicAuth|HTTPBasicAuth|UsernamePasswordCredentials|basic_auth|basicAuth)$/,
    1,
  ],
  [/^(?:getConnection|PDO|mysqli|mysqli_connect|PlainAuth)$/, 2],
];

/** Passwords that are given by their place. */
function* passwordsGiven({ view }: RuleContext): Generator<KeyInUse> {
  for (const call of view.all('call')) {
    const method = methodOf(call);
    for (const [form, i] of PASSWORD_AT) {
      const text = form.test(method) ? literalOf(call.args[i]) : undefined;
      if (text) yield { text, name: `the password of ${inBackticks(shortened(method))}` };
    }
  }
}

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
