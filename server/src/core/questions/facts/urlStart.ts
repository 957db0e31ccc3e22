import type { Code } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import { piecesOf } from './building.ts';
import { variablesOf } from './variables.ts';

/**
 * The value that stands where an address says which host is meant; undefined where the program's own
 * words say it (`https://api.example.com/…`, `/users/…`), so that the value only is a part behind it.
 */
export function hostValueIn(view: CodeView, top: Code): Code | undefined {
  let code = top;
  for (let i = 0; i < 8; i++) {
    const pieces = piecesOf(code);
    if (pieces) {
      const first = pieces.find((piece) => piece.kind === 'value' || piece.words.trim() !== '');
      if (!first) return undefined;
      if (first.kind === 'words') {
        if (!/^\s*(?:[a-z][a-z\d+.-]*:)?(?:\/\/)?$/i.test(first.words)) return undefined;
        const next = pieces.slice(pieces.indexOf(first) + 1).find(({ kind }) => kind === 'value');
        return next?.kind === 'value' ? next.code : undefined;
      }
      if (first.code === code) return code;
      code = first.code;
      continue;
    }
    if (code.kind === 'name') {
      const variable = variablesOf(view).get(code.name);
      const [value] = variable?.values.filter(({ start }) => start < top.start) ?? [];
      const isFollowed = value && variable && variable.values.length === 1 && !variable.isParam;
      if (!isFollowed || !piecesOf(value)) return code;
      code = value;
      continue;
    }
    if (code.kind === 'unary' && code.operator === '&') {
      code = code.operand;
      continue;
    }
    if (
      code.kind === 'call' &&
      code.args.length === 1 &&
      code.args[0] &&
      /^(?:URL|URI|Uri|HttpGet|HttpPost|HttpRequestMessage|Url|parse|Parse|create|URI|parse_url|get_url)$/.test(
        wordsOfCall(code),
      )
    ) {
      code = code.args[0];
      continue;
    }
    const same = sameTextOf(code);
    if (!same) return code;
    code = same;
  }
  return code;
}

/** What `url.c_str()` and the like are made of. */
function sameTextOf(code: Code): Code | undefined {
  if (code.kind !== 'call' || code.callee.kind !== 'member' || code.args.length !== 0) {
    return undefined;
  }
  const isSame = /^(?:c_str|as_str|to_string|toString|to_s)$/.test(code.callee.name);
  return isSame ? code.callee.object : undefined;
}

function wordsOfCall(code: Code): string {
  if (code.kind !== 'call') return '';
  return code.callee.kind === 'name' || code.callee.kind === 'member' ? code.callee.name : '';
}
