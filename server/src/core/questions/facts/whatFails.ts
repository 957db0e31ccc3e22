import type { Call, Code } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import { doneIn, methodOf } from '../../code/say.ts';
import type { LanguageId } from '../languageId.ts';
import { callWords } from '../words.ts';
import { linksOf } from './chain.ts';
import { logLevelOf } from './logCalls.ts';
import { outsideOf } from './outsideCalls.ts';

/** Makes a value of another, or asks a value something: it hardly fails. */
export const HARMLESS =
  /^(?:Boolean|Number|String|Array|Object|Date|Map|Set|Error|Promise|isArray|keys|values|entries|push|map|filter|forEach|slice|split|join|trim|toString|toLowerCase|toUpperCase|includes|startsWith|endsWith|concat|len|str|bool|list|dict|set|tuple|isinstance|range|append|format|hasattr|getattr|items|lower|upper|strip|replace|println|print|size|length|get|isEmpty|equals|hashCode|valueOf|asList|of|add|put|count|empty|isset|to_s|to_i|new|nil\?|empty\?|then|catch|finally|ok|unwrap|expect|clone|into|make|append|cap|min|max|abs|begin|c_str|push_back|emplace_back|is_array|is_null|trim|strlen|array_\w+|now|Some|Ok|Err|to_string|as_str|as_ref|iter|collect|exit)$/;

/** The call that is most likely meant where a piece of code may fail: what reaches outside goes first. */
export function likelyToFail(code: Code, language: LanguageId): Call | undefined {
  let awaited: Call | undefined;
  let parsed: Call | undefined;
  let plain: Call | undefined;
  let any: Call | undefined;
  for (const node of doneIn(code)) {
    if (node.kind === 'await' && node.value.kind === 'call') awaited ??= headOf(node.value);
    if (node.kind !== 'call' || logLevelOf(node) !== undefined) continue;
    const outside = outsideOf(node, language);
    if (outside !== undefined && outside !== 'parse') return node;
    if (outside === 'parse') parsed ??= node;
    any ??= node;
    if (!node.isNew && !HARMLESS.test(methodOf(node))) plain ??= node;
  }
  return awaited ?? parsed ?? plain ?? any;
}

/** The same as words; `the code before` where nothing is called. */
export function whatFails(view: CodeView, code: Code, language: LanguageId): string {
  const call = likelyToFail(code, language);
  return call ? callWords(view, call) : 'the code before';
}

/** Of `fetch(…).then(…).catch(…)` what all begins with: `fetch(…)`. */
export function headOf(call: Call): Call {
  let head = call;
  for (const link of linksOf(call)) {
    if (!/^(?:then|catch|finally|ConfigureAwait|unwrap|expect)$/.test(methodOf(link))) return link;
    head = link;
  }
  return head;
}
