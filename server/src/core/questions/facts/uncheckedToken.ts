import type { CodeView } from '../../code/codeView.ts';
import { calleeOf, lastWord, methodOf, plainText } from '../../code/say.ts';
import type { Trigger } from '../rule.ts';
import { inBackticks, shortened } from '../words.ts';
import { isOff, settings } from './configuration.ts';

const SAYS = 'takes a token without checking its signature. May anyone write one?';
const SIGNED =
  /^(?:verify_signature|ValidateIssuerSigningKey|RequireSignedTokens|ValidateLifetime_off|require_signature)$/;
const UNSIGNED =
  /^(?:UnsafeAllowNoneSignatureType|ParseUnverified|insecure_disable_signature_validation|dangerous_insecure_decode|insecure_decode|parseClaimsJwt|parseUnsecuredClaims|UnsecuredJWT)$/;

/** Places where a JSON web token is believed unseen. */
export function* uncheckedToken(view: CodeView): Iterable<Trigger> {
  for (const { name, value, at } of settings(view)) {
    const isUnsigned = SIGNED.test(name) && isOff(value);
    const isNone = /^(?:algorithms?|alg)$/.test(name) && saysNone(value);
    if (isUnsigned || isNone) {
      const what = inBackticks(shortened(`${name}: ${view.flat(value)}`));
      yield { at, about: { what, says: SAYS }, severity: 'high' };
    }
  }
  for (const call of view.all('call')) {
    const callee = calleeOf(call);
    const method = methodOf(call);
    const isNamed = /(?:^|\.)(?:jwt|JWT|jsonwebtoken|jose)\.(?:decode|decodeJwt)$/.test(callee);
    const isAlone =
      isNamed && call.args.length === 1 && /^(?:jwt|jsonwebtoken|jose)\./.test(callee);
    // Ruby's `JWT.decode(token, nil, false)`, Python's `jwt.decode(token, verify=False)`.
    const isOffByArg =
      isNamed &&
      call.args.some((arg, i) =>
        arg.kind === 'named'
          ? arg.name === 'verify' && isOff(arg.value)
          : i === 2 && arg.kind === 'constant' && arg.value === false,
      );
    const isNone = lastWord(call.callee) === 'none' && callee.endsWith('Algorithm.none');
    if (!isAlone && !isOffByArg && !isNone && !UNSIGNED.test(method)) continue;
    yield {
      at: call,
      about: { what: inBackticks(`${shortened(callee)}()`), says: SAYS },
      severity: isAlone ? 'normal' : 'high',
    };
  }
}

function saysNone(value: Parameters<typeof isOff>[0]): boolean {
  if (value.kind === 'list') return value.items.some((item) => saysNone(item));
  return /^none$/i.test(plainText(value) ?? '');
}
