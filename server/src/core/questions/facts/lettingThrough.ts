import type { Call, Code, If } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import { everythingIn, lastWord, methodOf, plainText } from '../../code/say.ts';
import { contains } from '../../text/range.ts';

/** Functions, classes and fields whose work is to say whether a value may pass. */
const VALIDATES =
  /valid|constraint|sanit|^rules?$|rule$|field$|schema$|^passes$|^isvalid|verifier$|policy$|^accepts?$/i;

/** Whether the answer of a call decides that a text is taken or refused. */
export function letsThrough(view: CodeView, asking: Call): boolean {
  let inner: Code = asking;
  for (const one of view.around(asking)) {
    switch (one.kind) {
      case 'if':
        if (contains(one.condition, inner)) return refuses(one);
        break;
      case 'entry':
      case 'named': {
        const name = one.kind === 'named' ? one.name : (plainText(one.key) ?? lastWord(one.key));
        if (VALIDATES.test(name)) return true;
        break;
      }
      case 'function':
        if (one.name !== undefined && VALIDATES.test(one.name)) return true;
        break;
      case 'class':
        return VALIDATES.test(one.name ?? '') && isAnswered(view, asking);
      default:
        break;
    }
    inner = one;
  }
  return false;
}

/** The answer is what its function answers. */
function isAnswered(view: CodeView, asking: Call): boolean {
  return view.enclosing(asking, 'return', 'if', 'function')?.kind === 'return';
}

/** `if (!matches) throw …`, and the other way round: one branch says that the value is wrong. */
function refuses({ condition, whenTrue }: If): boolean {
  const isNot =
    (condition.kind === 'unary' && /^(?:!|not)$/.test(condition.operator)) ||
    (condition.kind === 'binary' && /^(?:===?|!==?|is|<)$/.test(condition.operator));
  if (!isNot) return false;
  for (const node of everythingIn(whenTrue)) {
    if (node.kind === 'throw') return true;
    if (node.kind === 'return') return isRefusal(node.value);
    if (node.kind === 'call' && REFUSING.test(methodOf(node))) return true;
  }
  return false;
}

const REFUSING =
  /^(?:addError|add_error|errors?|reject|fail|invalid|bail!?|abort|AddModelError|add)$/;
const ERRORS = /err|invalid|bad_?request|fail|illegal|exception|reject/i;

function isRefusal(value: Code | undefined): boolean {
  if (!value) return false;
  if (value.kind === 'constant') return value.value === false;
  for (const node of everythingIn(value)) {
    const name = node.kind === 'name' || node.kind === 'member' ? node.name : '';
    if (ERRORS.test(name)) return true;
    if (node.kind === 'number' && (node.value === 400 || node.value === 422)) return true;
  }
  return false;
}
