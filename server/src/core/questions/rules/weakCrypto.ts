import type { Call, CodeOf } from '../../code/code.ts';
import { bare, calleeOf, lastWord, methodOf, plainText } from '../../code/say.ts';
import type { Range } from '../../text/range.ts';
import {
  fewRounds,
  numberOf,
  oldTls,
  plainRandom,
  saysSecret,
  secretFor,
  weakCipher,
  weakHash,
} from '../facts/cryptoCalls.ts';
import { literalOf } from '../facts/literal.ts';
import { nameWords } from '../facts/nameWords.ts';
import { variablesOf } from '../facts/variables.ts';
import { uncheckedTls } from '../facts/uncheckedTls.ts';
import { uncheckedToken } from '../facts/uncheckedToken.ts';
import { weakCryptoExamples } from './examples/weakCrypto.ts';
import type { Rule, RuleContext, Severity, Trigger } from '../rule.ts';
import { inBackticks, shortened } from '../words.ts';

/** Cryptography that does not hold, and checks of certificates and signatures that are off. */
export const weakCrypto: Rule = {
  id: 'weak-crypto',
  row: 34,
  title: 'Cryptography that does not hold',
  severity: 'normal',
  concern: 'security',
  weight: 4,
  cwe: [327, 328, 330, 338, 295, 347, 916],
  kind: 'question',
  isOn: true,
  absent: {},
  *find(context: RuleContext): Iterable<Trigger> {
    if (context.isTest) return;
    yield* uncheckedTls(context.view);
    yield* uncheckedToken(context.view);
    yield* weakCalls(context);
  },
  ask: ({ what, says, line }) => `Line ${line}: ${what} ${says}`,
  obligations: [],
  page: {
    why: 'Broken hashes and ciphers, random numbers that can be foretold, and certificates or signatures that nobody checks all look as if they worked. Only an attacker sees the difference.',
    instead:
      'SHA-256 or better for digests, a slow hash made for passwords (Argon2, bcrypt with 10 rounds or more), AES-GCM with a new nonce each time, the system’s secure random for anything nobody may guess, and certificates checked everywhere.',
    sources: [
      'CWE-327, CWE-328, CWE-330, CWE-338, CWE-295, CWE-347',
      'Veracode 2025: cryptography in AI code',
    ],
  },
  examples: weakCryptoExamples,
};

function* weakCalls(context: RuleContext): Iterable<Trigger> {
  const { view, outline } = context;
  const imports = outline.imports.map(({ module }) => module);
  for (const call of view.all('call')) {
    const hash = weakHash(call);
    if (hash !== undefined) {
      const use = hashUse(context, call);
      if (use !== undefined) yield said(call, nameOfCall(call), ...use(hash));
      continue;
    }
    const cipher = weakCipher(call);
    if (cipher !== undefined) {
      const says =
        'is a cipher that can be broken, or one used without mixing blocks. Must it be this one?';
      yield said(call, inBackticks(shortened(cipher)), says, 'normal');
      continue;
    }
    const random = plainRandom(call, imports, context.language);
    if (random !== undefined) {
      if (random === 'rand.NewSource') continue;
      const name =
        secretFor(view, call) ?? secretMadeWith(context, call) ?? codeOfInvitation(context, call);
      if (name === undefined) continue;
      const says = `can be foretold. May somebody guess ${inBackticks(shortened(name))}?`;
      yield said(call, inBackticks(`${shortened(random)}()`), says, 'normal');
      continue;
    }
    const rounds = fewRounds(call);
    if (rounds) {
      const says = `runs ${rounds.n} rounds, which is few for a password. Is that on purpose?`;
      yield said(call, inBackticks(shortened(rounds.of)), says, 'normal');
      continue;
    }
    yield* smallKey(call);
    yield* fixedVector(view, call);
  }
  for (const one of view.all('member', 'name', 'text')) {
    const parent = view.parentOf(one);
    const old = parent?.kind === 'member' ? undefined : oldTls(view, one);
    if (old === undefined || (parent?.kind === 'binary' && parent.operator !== '|')) continue;
    const says = 'is a version of TLS that can be broken. Must it be spoken?';
    yield said(one, inBackticks(shortened(old)), says, 'normal');
  }
  for (const member of view.all('member')) {
    if (!/^(?:MODE_ECB|ECB)$/.test(member.name)) continue;
    if (!/^(?:AES|DES3?|CipherMode|Blowfish|mode|CryptoJS)$/.test(lastWord(member.object)))
      continue;
    const says = 'gives equal blocks equal ciphers, so patterns show. Must it be this mode?';
    yield said(member, inBackticks(view.flat(member)), says, 'normal');
  }
}

const CHECKSUM =
  /^(?:etags?|cache|cached|checksum|checksums|gravatar|fingerprint|bucket|shard|dedupe?|duplicate|version|integrity|git|blob|rev|revision|avatar|uuid|uuid3|uuid5|color|colour|seed|websocket|handshake|accept|file|filename|content)$/;

type HashWords = (hash: string) => readonly [string, Severity];

/** What a broken hash is for: a password, a secret, a signature, or nobody knows; undefined for checksums. */
function hashUse({ view }: RuleContext, call: Call): HashWords | undefined {
  const names: string[] = [];
  for (const arg of call.args) names.push(...wordsIn(view.flat(arg)));
  for (const one of view.around(call)) {
    if (one.kind === 'declare' || one.kind === 'assign') names.push(lastWord(one.target));
    if (one.kind === 'call') for (const arg of one.args) names.push(...wordsIn(view.flat(arg)));
    if (one.kind === 'call' && one.callee.kind === 'member')
      names.push(...wordsIn(view.flat(one.callee)));
    if (one.kind === 'function' || one.kind === 'class') {
      if (one.name !== undefined) names.push(one.name);
      if (one.kind === 'function' && one.name !== undefined) break;
    }
  }
  const secret = names.find(
    (name) => saysSecret(name) || /passw|signature|^sign(?:ed)?$/i.test(name),
  );
  if (secret !== undefined) {
    return (hash) => [
      `makes ${hash}, which is broken, for ${inBackticks(shortened(secret))}. Should it be a stronger one?`,
      'high',
    ];
  }
  if (names.some((name) => nameWords(name).some((word) => CHECKSUM.test(word)))) return undefined;
  return (hash) => [`makes ${hash}, which can be forged. Is it only a checksum?`, 'low'];
}

function wordsIn(text: string): readonly string[] {
  return (text.slice(0, 200).match(/[A-Za-z_]\w{1,60}/g) ?? []).slice(0, 12);
}

const RSA_CALL =
  /(?:^|\.)(?:rsa\.GenerateKey|rsa\.generate_private_key|RSA\.generate|PKey\.RSA|RSA\.Create|RSA\.new|RSACryptoServiceProvider|RsaPrivateKey\.new|RSA_generate_key(?:_ex)?|Rsa\.generate|initialize)$/;

/** RSA keys below 2,048 bits. */
function* smallKey(call: Call): Iterable<Trigger> {
  const sizes = [512, 768, 1024];
  const callee = calleeOf(call);
  if (!RSA_CALL.test(callee) && !/^generateKeyPair(?:Sync)?$/.test(methodOf(call))) return;
  for (const arg of call.args) {
    const entries = arg.kind === 'dict' ? arg.entries : [arg];
    for (const entry of entries) {
      const n = numberOf(entry.kind === 'entry' ? entry.value : entry);
      if (n === undefined || !sizes.includes(n)) continue;
      const says = `makes a key of ${n} bits, which can be broken. Must it be this short?`;
      yield said(call, inBackticks(shortened(callee)), says, 'normal');
      return;
    }
  }
}

const VECTOR_AT: readonly (readonly [RegExp, number])[] = [
  [/(?:^|\.)createCipheriv$/, 2],
  [/(?:^|\.)AES\.new$/, 2],
  [/(?:^|\.)(?:IvParameterSpec|modes\.CBC|modes\.CTR|modes\.GCM)$/, 0],
  [/(?:^|\.)openssl_encrypt$/, 4],
  [/(?:^|\.)cipher\.NewCBCEncrypter$/, 1],
];

/** The same start for every text that is enciphered. */
/** A source of random numbers that a function makes a secret with: `source := rand.New(…)`, `sessionID := …`. */
function secretMadeWith({ view, language }: RuleContext, call: Call): string | undefined {
  if (language !== 'go' && language !== 'java' && language !== 'csharp' && language !== 'cpp')
    return undefined;
  const statement = settingOf(view, call);
  const isSource = statement && statement.value === call;
  if (!isSource) return undefined;
  for (const { target, start } of view.all('declare', 'assign')) {
    const name = lastWord(target);
    if (call.end < start && saysSecret(name)) return name;
  }
  return undefined;
}

/** The statement that sets something to it, or to what is made of it. */
function settingOf(
  view: RuleContext['view'],
  call: Call,
): CodeOf<'declare' | 'assign'> | undefined {
  const statement = view.statementOf(call);
  const inner = statement.kind === 'expression' ? statement.value : statement;
  return inner.kind === 'declare' || inner.kind === 'assign' ? inner : undefined;
}

/** `code = …` in what makes an invitation, a reset, a voucher. */
function codeOfInvitation({ view }: RuleContext, call: Call): string | undefined {
  const statement = settingOf(view, call);
  if (!statement) return undefined;
  const name = lastWord(statement.target);
  if (!/^(?:code|key|pin|slug_code)$/.test(name)) return undefined;
  const around = view
    .around(call)
    .map((one) => (one.kind === 'function' || one.kind === 'class' ? (one.name ?? '') : ''))
    .join(' ');
  const isInvitation =
    /invit|reset|verif|voucher|coupon|otp|login|activation|recover|confirm|pairing/i.test(around);
  return isInvitation ? name : undefined;
}

function* fixedVector(view: RuleContext['view'], call: Call): Iterable<Trigger> {
  const callee = calleeOf(call);
  for (const [form, i] of VECTOR_AT) {
    const given = form.test(callee) ? call.args[i] : undefined;
    const direct = given && bare(given.kind === 'named' ? given.value : given);
    const held = direct?.kind === 'name' ? variablesOf(view).get(direct.name) : undefined;
    const isHeld = held && !held.isParam && !held.isUnclear && held.values.length === 1;
    // Filled by a call behind, as C#'s `GetBytes(iv)` does.
    const isFilled = view
      .all('call')
      .some((one) =>
        one.args.some(
          (arg) => direct !== undefined && one !== call && lastWord(arg) === lastWord(direct),
        ),
      );
    const value = isHeld && !isFilled ? held.values[0] : direct;
    if (!value) continue;
    const isAlloc =
      value.kind === 'call' &&
      /(?:^|\.)(?:Buffer\.alloc|Uint8Array|bytes|bytearray)$/.test(calleeOf(value));
    const text = literalOf(value);
    if (!isAlloc && (text === undefined || (plainText(text) ?? '').length < 8)) continue;
    const says =
      'starts from the same vector each time, so equal texts look equal. Should it be random?';
    yield said(value, inBackticks(shortened(callee)), says, 'normal');
  }
}

function nameOfCall(call: Call): string {
  return inBackticks(`${shortened(calleeOf(call))}()`);
}

function said(at: Range, what: string, says: string, severity: Severity): Trigger {
  return { at, about: { what, says }, severity };
}
