import type { Call, Code } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import { calleeOf, dotted, lastWord, methodOf, plainText } from '../../code/say.ts';
import { nameWords } from './nameWords.ts';

/** The number that an argument is; undefined where it is no number. */
export function numberOf(code: Code | undefined): number | undefined {
  const value = code?.kind === 'named' ? code.value : code;
  return value?.kind === 'number' ? value.value : undefined;
}

const HASH_NAME = /^(?:md[245]|sha-?1)$/i;
const HASH_CALL =
  /(?:^|\.)(?:(?:hashlib\.)?(?:md5|sha1)|md5\.(?:Sum|New|compute)|sha1\.(?:Sum|New)|(?:Digest\.|OpenSSL\.Digest\.)?(?:MD5|SHA1)\.(?:new|hexdigest|digest|base64digest|Create|HashData|file)|(?:Md5|Sha1)\.(?:new|digest)|(?:MD5|SHA1)(?:CryptoServiceProvider|Managed)|CryptoJS\.(?:MD5|SHA1)|DigestUtils\.(?:md5|sha1)\w{0,6}|EVP_(?:md5|sha1)|MD5_Init|SHA1_Init|MD5|SHA1|md5_file|sha1_file)$/;
/** Calls that take a hash's name first. */
const BY_NAME =
  /(?:^|\.)(?:createHash|createHmac|hash|hash_hmac|getInstance|Digest\.new|Digest|hashlib\.new|new|HashAlgorithm\.Create|digest)$/;

/** The broken hash that a call makes: `MD5`, `SHA-1`. */
export function weakHash(call: Call): string | undefined {
  const callee = calleeOf(call);
  const [first] = call.args;
  const named = plainText(first);
  if (named !== undefined && HASH_NAME.test(named) && BY_NAME.test(callee)) return wordOf(named);
  if (!HASH_CALL.test(callee)) return undefined;
  // `hashlib.md5(x, usedforsecurity=False)`: said already.
  if (call.args.some((arg) => arg.kind === 'named' && arg.name === 'usedforsecurity')) {
    return undefined;
  }
  return wordOf(callee);
}

function wordOf(name: string): string {
  return /md/i.test(name) ? 'MD5' : 'SHA-1';
}

const CIPHER_TEXT =
  /^(?:(?:des|desede|tripledes|3des|rc2|rc4|arcfour|bf|blowfish)(?:$|[-/].{0,40})|(?:aes|camellia|aria)-?\d{0,3}-ecb|\w{1,12}\/ecb\/\w{1,20}|aes|rc4-\w{1,10})$/i;
const CIPHER_CALL =
  /(?:^|\.)(?:createCipheriv|createDecipheriv|createCipher|createDecipher|openssl_(?:en|de)crypt|Cipher\.getInstance|KeyGenerator\.getInstance|SecretKeyFactory\.getInstance|OpenSSL\.Cipher\.new|OpenSSL\.Cipher|Cipher\.new|mcrypt_encrypt)$/;
const WEAK_CIPHER_CALL =
  /(?:^|\.)(?:DES3?\.new|ARC[24]\.new|Blowfish\.new|des\.New(?:TripleDES)?Cipher|rc4\.NewCipher|blowfish\.NewCipher|(?:DES|TripleDES|RC2)\.Create|(?:DES|TripleDES|RC2)CryptoServiceProvider|EVP_(?:des|rc[24]|bf|idea|cast5|seed)(?:_\w{1,20})?|EVP_aes_\d{3}_ecb|DES_\w{0,20}encrypt|RC4(?:_set_key)?|CryptoJS\.(?:DES|TripleDES|RC4)\.(?:en|de)crypt|TripleDES|ARC4|Rc4\.new|Des\.new|TdesEde[23]\.new|modes\.ECB|crypto\.create(?:C|Dec)ipher)$/;

/** The broken cipher, or way to use one, of a call. */
export function weakCipher(call: Call): string | undefined {
  const callee = calleeOf(call);
  if (WEAK_CIPHER_CALL.test(callee)) return callee;
  if (!CIPHER_CALL.test(callee)) return undefined;
  for (const arg of call.args.slice(0, 2)) {
    const name = plainText(arg);
    if (name === undefined || !CIPHER_TEXT.test(name)) continue;
    // A key for AES is fine; Java's plain `AES` as a cipher is ECB.
    if (/^aes$/i.test(name) && !callee.endsWith('Cipher.getInstance')) continue;
    return name;
  }
  return undefined;
}

const PLAIN_RANDOM =
  /^(?:Math\.random|random\.(?:random|randint|randrange|choices?|sample|getrandbits|uniform)|np\.random\.\w{1,20}|rand|mt_rand|lcg_value|uniqid|str_shuffle|shuffle|array_rand|srand|Random|Random\.(?:rand|new)|Random\.Shared\.Next|Kernel\.rand|ThreadLocalRandom\.current|std\.rand|std\.mt19937|std\.minstd_rand|fastrand\.\w{1,12}|SmallRng\.\w{1,20}|java\.util\.Random|RandomStringUtils\.\w{1,24})$/;
const GO_RANDOM = /^rand\.(?:Int|Intn|Int31|Int31n|Int63|Int63n|Uint32|Float64|Perm|Read|IntN|N)$/;

/** A random that can be foretold. */
export function plainRandom(
  call: Call,
  imports: readonly string[],
  language: string,
): string | undefined {
  const callee = calleeOf(call);
  // Ruby's `letters.sample`, `letters.shuffle`.
  const isDrawn = language === 'ruby' && call.callee.kind === 'member' && call.args.length < 2;
  if (isDrawn && /^(?:sample|shuffle)$/.test(methodOf(call))) {
    const isSecure = call.args.some((arg) => arg.kind === 'named' || arg.kind === 'dict');
    return isSecure ? undefined : methodOf(call);
  }
  if (PLAIN_RANDOM.test(callee)) return callee;
  const isMath = imports.some((module) => module.startsWith('math/rand'));
  if (isMath && GO_RANDOM.test(callee)) return callee;
  // `rand.New(rand.NewSource(time.Now().UnixNano()))`
  const isMade = /^rand\.New(?:Source)?$/.test(callee) && language === 'go';
  return isMade ? callee : undefined;
}

const SECRET_WORD =
  /^(?:tokens?|secrets?|passwords?|passwd|pwd|otp|salt|nonce|sessions?|csrf|apikey|credentials?|iv|passcode|passphrase)$/;
const SECRET_PAIR =
  /\b(?:(?:api|access|private|secret|encryption|signing|session|license) key|(?:verification|reset|invite|join|pairing|backup|invitation|confirmation|auth|login|security|activation|one time|otp|access|recovery|coupon|voucher) code|session id|temp pass|pin code)\b/;

const MAKES =
  /^_{0,2}(?:generate|gen|make|create|new|random|rand|build|issue|get|next|mint)|(?:token|password|otp|secret|salt|nonce|code)$/i;

/** The name by which a value is a secret: that of the variable, the key or the function around it. */
export function secretFor(view: CodeView, code: Code): string | undefined {
  for (const one of view.around(code)) {
    const name = givenName(one);
    const isMade = one.kind !== 'function' || MAKES.test(name ?? '');
    if (name !== undefined && isMade && saysSecret(name)) return name;
    if (one.kind === 'class') return undefined;
    if (one.kind === 'function' && one.name !== undefined) return undefined;
  }
  return undefined;
}

function givenName(one: Code): string | undefined {
  switch (one.kind) {
    case 'declare':
    case 'assign':
      return lastWord(one.target) || dotted(one.target);
    case 'entry':
      return plainText(one.key) ?? lastWord(one.key);
    case 'named':
    case 'function':
      return one.name;
    default:
      return undefined;
  }
}

/** Whether a name is that of something nobody may guess. */
export function saysSecret(name: string): boolean {
  const words = nameWords(name);
  const isSecret =
    words.some((word) => SECRET_WORD.test(word)) || SECRET_PAIR.test(words.join(' '));
  return (
    isSecret &&
    !/^(?:tokenize|tokenizer|index|count|length|position|type)$/.test(words.at(-1) ?? '')
  );
}

/** The rounds of a password's hash, where they are too few. */
export function fewRounds(call: Call): { readonly n: number; readonly of: string } | undefined {
  const callee = calleeOf(call);
  const method = methodOf(call);
  if (/bcrypt/i.test(callee) || /^(?:genSalt(?:Sync)?|gensalt)$/.test(method)) {
    if (
      !/^(?:hash(?:Sync)?|genSalt(?:Sync)?|gensalt|BCryptPasswordEncoder|GenerateFromPassword|create|HashPassword|hash_with_result|GenerateSalt)$/.test(
        method,
      )
    )
      return undefined;
    const given = call.args.map((arg) => numberOf(arg)).filter((n) => n !== undefined);
    const isMin = call.args.some((arg) => lastWord(arg) === 'MinCost');
    const n = isMin ? 4 : given.at(-1);
    return n !== undefined && 1 <= n && n < 10 ? { n, of: callee } : undefined;
  }
  if (/(?:^|\.)password_hash$/.test(callee)) {
    const n = costIn(call);
    return n !== undefined && n < 10 ? { n, of: callee } : undefined;
  }
  if (!/pbkdf2|PBEKeySpec|Rfc2898DeriveBytes|PBKDF2/i.test(callee)) return undefined;
  const rounds = roundsGiven(call);
  return rounds !== undefined && 1 <= rounds && rounds < 10_000
    ? { n: rounds, of: callee }
    : undefined;
}

const ROUNDS_NAME = /^(?:iter(?:ation)?s?|rounds?|iterations?_?count|n_?iter|count|c)$/i;
/** Where the rounds stand among the arguments: not beside other lengths. */
const ROUNDS_AT: readonly (readonly [RegExp, number])[] = [
  [/PKCS5_PBKDF2_HMAC(?:_SHA1)?$/, 4],
  [/(?:^|\.)(?:hash_pbkdf2|openssl_pbkdf2)$/, 3],
  [/hashlib\.pbkdf2_hmac$/, 3],
  [/KeyDerivation\.Pbkdf2$/, 3],
];

/** The rounds that a slow hash is told to take: by their name, else by their place. */
function roundsGiven({ callee, args }: Call): number | undefined {
  for (const arg of args) {
    const entries = arg.kind === 'dict' ? arg.entries : [arg];
    for (const one of entries) {
      if (one.kind === 'named' && ROUNDS_NAME.test(one.name)) return numberOf(one.value);
      if (one.kind === 'entry' && ROUNDS_NAME.test(plainText(one.key) ?? lastWord(one.key)))
        return numberOf(one.value);
    }
  }
  const name = dotted(callee) ?? lastWord(callee);
  const place = ROUNDS_AT.find(([form]) => form.test(name))?.[1];
  if (place !== undefined) return numberOf(args[place]);
  // Mostly the password and the salt come first; Go's newer one has the hash before them.
  const plain = args.slice(2).filter(({ kind }) => kind !== 'named');
  return plain.map((arg) => numberOf(arg)).find((n) => n !== undefined);
}

/** PHP's `['cost' => 4]`. */
function costIn({ args }: Call): number | undefined {
  for (const arg of args) {
    if (arg.kind !== 'dict') continue;
    for (const entry of arg.entries) {
      if (entry.kind === 'entry' && plainText(entry.key) === 'cost') return numberOf(entry.value);
    }
  }
  return undefined;
}

const OLD_TLS = /^(?:SSLv?[23]?|TLSv?1(?:[._][01])?(?:_method)?)$/;
const OLD_TLS_NAME =
  /(?:^|\.)(?:VersionTLS1[01]|VersionSSL30|PROTOCOL_(?:TLSv1(?:_1)?|SSLv[23])|(?:SslProtocols|SecurityProtocolType)\.(?:Tls|Tls11|Ssl[23])|SslVersion\.(?:TLS1|TLS1_1|SSL3)|TLSv1(?:_1)?_(?:client_|server_)?method|SSLv3_(?:client_|server_)?method|TLS1_VERSION|TLS1_1_VERSION|SSL3_VERSION)$/;

/** A version of TLS that is given up: by a constant, or by the text that names it. */
export function oldTls(view: CodeView, code: Code): string | undefined {
  if (code.kind === 'member' || code.kind === 'name') {
    const name = dotted(code) ?? '';
    return OLD_TLS_NAME.test(name) ? name : undefined;
  }
  const text = plainText(code);
  if (text === undefined || !OLD_TLS.test(text)) return undefined;
  const parent = view.parentOf(code);
  if (parent?.kind === 'call')
    return calleeOf(parent).endsWith('SSLContext.getInstance') ? text : undefined;
  const name =
    parent?.kind === 'entry'
      ? (plainText(parent.key) ?? lastWord(parent.key))
      : parent?.kind === 'named'
        ? parent.name
        : parent?.kind === 'assign'
          ? lastWord(parent.target)
          : '';
  return /^(?:min_?version|secureProtocol|ssl_version|ssl_minimum_version)$/i.test(name)
    ? text
    : undefined;
}
