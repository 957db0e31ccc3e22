import type { Code } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import { bare, calleeOf, dotted, lastWord } from '../../code/say.ts';
import type { Trigger } from '../rule.ts';
import { inBackticks, shortened } from '../words.ts';
import { isOff, isOn, settings } from './configuration.ts';

/** Checks of certificates, by the names that switch them off when false. */
const OFF =
  /^(?:rejectUnauthorized|strictSSL|strictSsl|check_hostname|verify_ssl|verifySsl|verify_peer|verify_peer_name|ssl_verify|sslVerify|verify_certs|validate_certs|verify_tls|verify_hostname|CURLOPT_SSL_VERIFYPEER|CURLOPT_SSL_VERIFYHOST|SSL_VERIFYPEER|NODE_TLS_REJECT_UNAUTHORIZED|PYTHONHTTPSVERIFY|CheckCertificateRevocationList_off|set_verify_certificate|enable_server_certificate_verification|setVerifyPeer)$/;
/** And by those that do when true. */
const ON =
  /^(?:InsecureSkipVerify|allow_self_signed|danger_accept_invalid_certs|danger_accept_invalid_hostnames|insecureSkipVerify|tlsAllowInvalidCertificates|tlsInsecure|TrustServerCertificate|accept_invalid_certs|trustAllCerts|setTrustAll|allowUntrusted|ignoreHTTPSErrors_off)$/;
const NONE =
  /^(?:NONE|verify_none|CERT_NONE|VERIFY_NONE|SSL_VERIFY_NONE|VerifyNone|VERIFY_DISABLED)$/;
const ANY =
  /^(?:NoopHostnameVerifier|ALLOW_ALL_HOSTNAME_VERIFIER|TrustAllStrategy|TrustAllCerts|DangerousAcceptAnyServerCertificateValidator|InsecureTrustManagerFactory|AllowAllHostnameVerifier|_create_unverified_context|AutoAddPolicy|WarningPolicy|InsecureIgnoreHostKey)$/;
const CALLBACK =
  /^(?:ServerCertificateCustomValidationCallback|ServerCertificateValidationCallback|RemoteCertificateValidationCallback|setHostnameVerifier|setDefaultHostnameVerifier|hostnameVerifier|checkServerIdentity|badCertificateCallback|verify_callback|set_verify_callback)$/;

const SAYS = 'accepts whatever certificate or key it is shown. Can nobody stand in between?';

/** Places where a connection's certificate is not looked at. */
export function* uncheckedTls(view: CodeView): Iterable<Trigger> {
  for (const { name, value, at } of settings(view)) {
    const isVerify = /^verify$/.test(name) && isHttpCall(view, at);
    const isOpen =
      (OFF.test(name) && isOff(value)) ||
      (ON.test(name) && isOn(value)) ||
      (isVerify && isOff(value)) ||
      (CALLBACK.test(name) && saysYes(value));
    if (isOpen) yield said(view, at, name, value);
  }
  for (const node of view.all('member', 'name')) {
    const word = node.name;
    const parent = view.parentOf(node);
    // A comparison, or the name's own definition, opens nothing.
    if (parent?.kind === 'binary' || parent?.kind === 'case' || parent?.kind === 'import') continue;
    if (parent?.kind === 'class' || (parent?.kind === 'member' && !ANY.test(word))) continue;
    if (parent?.kind === 'declare' && parent.target === node) continue;
    if (parent?.kind === 'assign' && parent.target === node) continue;
    const isNone = NONE.test(word) && isSet(view, node) && (word !== 'NONE' || isVerifyMode(node));
    if (isNone || ANY.test(word)) {
      const what = inBackticks(shortened(dotted(node) ?? word));
      yield { at: node, about: { what, says: SAYS }, severity: 'high' };
    }
  }
  for (const one of view.all('function')) {
    if (one.name !== 'checkServerTrusted' || one.body?.statements.length !== 0) continue;
    yield { at: one, about: { what: '`checkServerTrusted`', says: SAYS }, severity: 'high' };
  }
}

function said(
  view: CodeView,
  at: { start: number; end: number },
  name: string,
  value: Code,
): Trigger {
  const words = value.kind === 'function' ? name : `${name}: ${view.flat(value)}`;
  return { at, about: { what: inBackticks(shortened(words)), says: SAYS }, severity: 'high' };
}

/** Rust's `SslVerifyMode::NONE`. */
function isVerifyMode(node: Code): boolean {
  return node.kind === 'member' && /Verify/.test(lastWord(node.object));
}

/** It is given to something: an argument, a field, a variable. */
function isSet(view: CodeView, node: Code): boolean {
  const parent = view.parentOf(node);
  return (
    parent?.kind === 'assign' ||
    parent?.kind === 'named' ||
    parent?.kind === 'entry' ||
    (parent?.kind === 'call' &&
      parent.callee !== node &&
      /verify|mode|setopt/i.test(calleeOf(parent)))
  );
}

/** `verify` is a word of many meanings: in calls of HTTP clients it is this one. */
function isHttpCall(view: CodeView, at: { start: number; end: number }): boolean {
  const node = [...view.all('named', 'entry', 'assign', 'call')].find(
    ({ start, end }) => start === at.start && end === at.end,
  );
  if (!node) return false;
  if (node.kind === 'assign') {
    return (
      node.target.kind === 'member' &&
      /session|client|http|conn|^s$/i.test(lastWord(node.target.object))
    );
  }
  for (const one of view.around(node).slice(0, 4)) {
    if (one.kind !== 'call') continue;
    const callee = calleeOf(one);
    return /(?:^|\.)(?:get|post|put|patch|delete|head|options|request|send|stream|Client|AsyncClient|Session|create|GuzzleHttp)$|requests\.|httpx\.|client/i.test(
      callee,
    );
  }
  return false;
}

/** A callback that says yes, or nothing, whatever it is asked. */
function saysYes(value: Code): boolean {
  const it = bare(value);
  if (it.kind !== 'function' || it.body === undefined) return false;
  const [first, ...more] = it.body.statements;
  if (!first) return true;
  if (0 < more.length || first.kind !== 'return') return false;
  const given = first.value && bare(first.value);
  return given === undefined || (given.kind === 'constant' && given.value !== false);
}
