import { lastWord, methodOf } from '../../../code/say.ts';
import type { Code } from '../../../code/code.ts';
import type { CodeView } from '../../../code/codeView.ts';

/** Letters whose other case is another letter elsewhere. */
export const CASE =
  'follows the language of the machine: in Turkish, I becomes ı. Is this text for people, not a key?';

/** Bytes that are read or written as the machine likes. */
export const ENCODING = 'names no encoding, so it depends on the machine. Is that meant?';

/** Numbers with a point or a comma. */
export const NUMBER =
  "reads and writes numbers as the machine's language does: 1,5 or 1.5. Is that meant?";

/** Letters that may get lost. */
export const LOST =
  'drops or replaces what it cannot read, without a word. May the text hold other letters?';

/** A text that is cut by its bytes. */
export const CUTS =
  'cuts at a byte, maybe within a letter like ä. Is the text plain ASCII for sure?';

/** Whether a path is one of Linux's files that are none. */
export function isPseudoFile(code: Code | undefined): boolean {
  const [path] = code?.kind === 'text' ? code.parts : [];
  return typeof path === 'string' && /^\/(?:dev|proc|sys)\//.test(path);
}

/** Where the call's value is compared, looked up or a case of a switch. */
export function isKey(view: CodeView, call: Code): boolean {
  let node: Code = call;
  for (let i = 0; i < 4; i++) {
    const parent = view.parentOf(node);
    switch (parent?.kind) {
      case 'binary':
        return /^(?:[!=]==?|in|not in)$/.test(parent.operator);
      case 'switch':
        return parent.subject === node;
      case 'index':
        return parent.index === node;
      case 'call':
        return /^(?:equals|Equals|get|put|has|set|includes|contains|Contains|containsKey|ContainsKey|startsWith|endsWith|StartsWith|EndsWith|valueOf|add|indexOf|TryGetValue|computeIfAbsent|getOrDefault|compareTo|remove|replace)$/.test(
          methodOf(parent),
        );
      case 'member':
      case 'cast':
        node = parent;
        break;
      case 'assign':
      case 'declare':
        return KEYS.test(lastWord(parent.target));
      case 'return':
        return KEYS.test(view.enclosing(call, 'function')?.name ?? '');
      default:
        return false;
    }
  }
  return false;
}

const KEYS =
  /key|id$|code|slug|name|type|email|username|normali[sz]ed|method|extension|ext$|scheme|command|header|token|host|lower|upper/i;
