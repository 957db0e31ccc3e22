import { entropy } from './entropy.ts';
import { nameWords } from './nameWords.ts';
import { secretForms } from './secretForms.ts';

/** What a name says of the value it stands for. */
export type SecretName = 'password' | 'secret' | 'token';

const MAX_VALUE = 4096;
const MAX_TOKEN = 500;

const PASSWORD = new Set(['password', 'passwd', 'pwd', 'passphrase', 'passwort', 'passcode']);
const SECRET = new Set(['secret', 'secrets']);
const TOKEN = new Set(['token', 'apikey', 'credential', 'credentials', 'authorization', 'bearer']);
/** `apiKey`, `signing_key`… */
const KEY_OF =
  /\b(?:api|access|private|encryption|encrypt|signing|sign|jwt|hmac|aes|des|cipher|crypto|master|shared|account|subscription|service|session|app|storage) key\b|\bauth (?:token|key)\b|\bsecret key\b|\bkey secret\b/;
/** What is said of a secret, and is none. */
const ABOUT =
  /^(?:name|names|id|ids|field|fields|header|headers|url|urls|uri|path|paths|file|filename|dir|directory|folder|type|types|label|prefix|suffix|length|len|size|min|max|count|expiry|expires|expiration|expire|ttl|timeout|endpoint|param|params|parameter|regex|regexp|pattern|message|msg|error|errors|err|hint|title|help|description|desc|docs?|column|table|attribute|attr|option|options|flag|variable|kind|format|alg|algo|algorithm|method|mode|strategy|policy|rule|rules|reset|forgot|input|selector|class|css|icon|route|page|link|template|view|event|action|status|state|hash|hashed|encrypted|public|csrf|xsrf|index|position|separator|delimiter|tokenizer|keyword|scope|realm|translation|test|fake|dummy|mock|example|sample|placeholder|invalid|wrong|bad|tag|command|cmd|prompt|question|label|text|nonce|grant|audience|issuer|source|store|provider|version|ext|extension|digest|checksum|fingerprint|address|ref|manager|service|vault|env|required|code|result|reason)$/;

/** What stands where a person is to put the secret, or is read as a template's hole. */
const PLACEHOLDER =
  /example|sample|dummy|placeholder|change.?(?:me|it|this)|replace|insert.|redact|(?:^|[^a-z])your|x{4}|\*{3}|\.\.\.|…|[<>]|\{\{|\$\{|\$\(|#\{|%\(|%[sdv@]|\{\w{0,20}\}|todo|fixme|(?:^|[^a-z])(?:fake|mock|foo|bar|baz|test|tests|testing|none|null|undefined|lorem|here|unset|hidden|example)(?:[^a-z]|$)|not.?set|_here$|abcdefghijklmnop|^env[:.]|^secret:\/\/|^vault:|^\$|^@|^%/i;
/** Names of ways and forms, which have letters and digits as secrets do. */
const TECHNICAL =
  /^(?:sha-?\d|md[45]|pbkdf2|argon2|oauth|utf-?\d|base\d\d|bcrypt|scrypt|hs\d{3}|rs\d{3}|es\d{3}|aes|x-|application\/|text\/|\/|\.{0,2}\/|~\/|[a-z]{2,12}:\/\/|#|--|&|\?|\[|\(|\^|\\)/i;
const WEAK =
  /^(?:admin|administrator|root|toor|qwerty|letmein|guest|iloveyou|hunter|supersecret|topsecret|superuser|postgres|mysql|rabbitmq|keyboard cat|shhhhh?|(?:(?:super|top|my|very|ultra|dev)[-_ ]?){1,3}(?:secure|secret)[-_ ]?[\w-]{0,24})$/i;

/** What a name says: that of a password, of a secret by which things are signed, of a token; undefined for others. */
export function secretNameOf(name: string): SecretName | undefined {
  const words = nameWords(name);
  if (words.length === 0 || 8 < words.length || words.some((word) => ABOUT.test(word))) {
    return undefined;
  }
  const plain = words.map((word) => word.replace(/\d+$/, ''));
  const last = plain.at(-1);
  if (plain.some((word) => PASSWORD.has(word)) || last === 'pass' || last === 'pw') {
    return last === 'key' ? undefined : 'password';
  }
  const joined = plain.join(' ');
  if (plain.some((word) => SECRET.has(word))) return 'secret';
  if (/^(?:jwt|hmac|aes|encryption|signing|cipher|crypto|master) key$/.test(joined)) {
    return 'secret';
  }
  if (last === 'key' && /^(?:token|auth token) key$/.test(joined)) return undefined;
  return plain.some((word) => TOKEN.has(word)) || KEY_OF.test(joined) || joined === 'x api key'
    ? 'token'
    : undefined;
}

/** Whether a value that stands under such a name is most likely the secret itself. */
export function isSecretValue(kind: SecretName, value: string, name: string): boolean {
  if (value.length < 4 || MAX_TOKEN < value.length || isPlaceholder(value)) return false;
  const inner = /^(?:Bearer|Basic|Token|token)\s+(\S+)$/.exec(value)?.[1] ?? value;
  if (/\s/.test(inner)) return kind !== 'token' && WEAK.test(inner);
  if (TECHNICAL.test(inner) || saysItsName(inner, name)) return false;
  if (kind !== 'token' && WEAK.test(inner)) return true;
  if (isRandom(inner)) return true;
  switch (kind) {
    case 'password':
      return isPassword(inner, name);
    case 'secret':
      return 8 <= inner.length && isPassword(inner, name) && 2.5 <= entropy(inner);
    case 'token':
      return false;
  }
}

/** Where a secret would be, somebody is to put one. */
export function isPlaceholder(value: string): boolean {
  return PLACEHOLDER.test(value) || new Set(value.toLowerCase()).size < 3;
}

/** Letters and digits as a machine draws them: long, and no words. */
export function isRandom(value: string): boolean {
  if (value.length < 16 || MAX_TOKEN < value.length) return false;
  if (!/^[\w+/=.~!@#$%^&*:-]+$/.test(value) || !/\d/.test(value) || !/[a-z]/i.test(value)) {
    return false;
  }
  if (TECHNICAL.test(value) || entropy(value) < 3.2) return false;
  // What is made of words has its digits at few places.
  const runs = value.match(/\d+/g)?.length ?? 0;
  const isWords = /^[a-zA-Z]+(?:[-_.:/][a-zA-Z]+\d{0,4})+$/.test(value);
  return !isWords && (3 <= runs || (2 <= runs && /^[\da-z]+$/i.test(value)) || 6 < digitsOf(value));
}

/** `FLOW_PASSWORD_REQUIRED = 'FlowPasswordRequired2'`: the value is the name once more. */
function saysItsName(value: string, name: string): boolean {
  const small = value.toLowerCase();
  const words = nameWords(name);
  return 1 < words.length && words.every((word) => small.includes(word));
}

/** As people make them: no one word, but letters with digits or signs. */
function isPassword(value: string, name: string): boolean {
  if (value.length < 5 || 64 < value.length || /[[\](){}"'<>|\\]|::|=>|->/.test(value))
    return false;
  if (/^\d+$/.test(value)) return 6 <= value.length;
  const hasLetters = /[a-z]/i.test(value);
  if (!hasLetters) return false;
  // `password1`, `password_2`: a second field of that name.
  if (
    /^[a-z_-]+\d$/i.test(value) &&
    name.toLowerCase().includes(value.replace(/[\W\d_]/g, '').toLowerCase())
  ) {
    return false;
  }
  if (/\d/.test(value)) return !/^[a-z]+[._/:-]/i.test(value) || /\d{2}/.test(value);
  return /[a-z][!@#$%^&*+]|[!@#$%^&*+][a-z]/i.test(value) && !/^[a-z]+[.@#][a-z.]+$/i.test(value);
}

function digitsOf(value: string): number {
  return value.replace(/\D/g, '').length;
}

/** A secret that a text holds, told by its own form. */
export interface FoundSecret {
  readonly id: string;
  readonly value: string;
}

const URL_WITH_PASSWORD =
  /\b[a-z][a-z\d+.-]{1,30}:\/\/([^\s:@/'"?#]{0,80}):([^\s:@/'"?#]{3,120})@([\w.-]{1,120})/i;
const CONNECTION =
  /(?:^|[;\s])(?:password|pwd|accountkey|sharedaccesskey)\s{0,3}=\s{0,3}([^;'"\s]{4,200})/i;
const PRIVATE_KEY =
  /-----BEGIN[ A-Z0-9_-]{0,40}PRIVATE KEY(?: BLOCK)?-----(?:\s|\\[nr]){0,8}[A-Za-z0-9+/=]{40}/;
const LOCAL = /^(?:localhost|127\.|0\.0\.0\.0|(?:db|postgres|mysql|redis|mongo|host|hostname)$)/i;

/** The first one; undefined where there is none. */
export function secretIn(text: string): FoundSecret | undefined {
  if (text.length < 12) return undefined;
  const looked = text.slice(0, MAX_VALUE);
  if (looked.includes('-----BEGIN')) {
    const [value] = PRIVATE_KEY.exec(looked) ?? [];
    if (value !== undefined) return { id: 'private key', value };
  }
  const small = looked.toLowerCase();
  for (const { id, word, entropy: least, form } of secretForms) {
    if (!small.includes(word)) continue;
    const [value] = form.exec(looked) ?? [];
    if (value === undefined || entropy(value) < least || isSample(value)) continue;
    return { id: id.replaceAll('-', ' '), value };
  }
  return passwordInUrl(looked) ?? passwordInConnection(looked) ?? keyInHeader(looked);
}

function passwordInUrl(text: string): FoundSecret | undefined {
  if (!text.includes('://') || !text.includes('@')) return undefined;
  const [, user = '', value = '', host = ''] = URL_WITH_PASSWORD.exec(text) ?? [];
  if (value === '' || LOCAL.test(host) || user === value || /\bexample\b/.test(host)) {
    return undefined;
  }
  const isWord = /^(?:pass(?:word|wd)?|pwd|pw|secret|token|user|key|api_?key|x{2,})$/i.test(value);
  return isWord || isPlaceholder(value) ? undefined : { id: 'password in a URL', value };
}

function passwordInConnection(text: string): FoundSecret | undefined {
  if (
    !/;/.test(text) ||
    !/(?:server|host|data source|accountname|endpoint|uid|user id|username|user)\s{0,3}=/i.test(
      text,
    )
  ) {
    return undefined;
  }
  const [, value = ''] = CONNECTION.exec(text) ?? [];
  const isWord = /^(?:pass(?:word|wd)?|pwd|secret)$/i.test(value);
  return value === '' || isWord || isPlaceholder(value)
    ? undefined
    : { id: 'password in a connection string', value };
}

/** `X-Api-Key: …`: a header that is written out, with what it proves. */
function keyInHeader(text: string): FoundSecret | undefined {
  const [, value = ''] = HEADER.exec(text) ?? [];
  const isKey = 16 <= value.length && 3 <= entropy(value) && /\d/.test(value);
  return isKey && !isSample(value) && !isPlaceholder(value)
    ? { id: 'key in a header', value }
    : undefined;
}

const HEADER =
  /^(?:(?:x-)?(?:api-?key|auth-?token|access-?token|auth-?key|token|secret|app-?key|subscription-key)|private-token|authorization|proxy-authorization|ocp-apim-subscription-key)\s{0,3}:\s{0,3}(?:(?:bearer|basic|token|apikey)\s{1,3})?([\w+/=.~-]{16,200})$/i;

/** What documents show in its place. */
function isSample(value: string): boolean {
  return /EXAMPLE|example|placeholder|x{6}|X{6}|0{8}|\.\.\./.test(value) || new Set(value).size < 5;
}

/** As much of a secret as anything may show: its first characters, four at most, and its length. */
export function redacted(value: string): { readonly shown: string; readonly length: string } {
  const nShown = Math.min(4, Math.floor(value.length / 4));
  return { shown: `${value.slice(0, nShown)}…`, length: String(value.length) };
}
