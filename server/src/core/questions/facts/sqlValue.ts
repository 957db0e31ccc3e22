import type { Code } from '../../code/code.ts';
import { methodOf } from '../../code/say.ts';
import type { RuleContext, Severity } from '../rule.ts';
import { piecesOf, type Piece } from './building.ts';
import { isChecked } from './checked.ts';
import type { Origin } from './origin.ts';
import { outsideOf } from './outside.ts';
import { outsideWordsAtEnd } from './outsideWords.ts';
import { isOwnValue, wordOf } from './ownValue.ts';
import { variablesOf } from './variables.ts';

/** The value of a query's text that is asked about. */
export interface SqlValue {
  readonly what: string;
  readonly severity: Severity;
}

/** What is asked about: a value from outside before any other, names of tables last. */
export function sqlValueIn(context: RuleContext, pieces: readonly Piece[]): SqlValue | undefined {
  const { view } = context;
  let found: { code: Code; origin: Origin | undefined; severity: Severity } | undefined;
  let words = '';
  for (const piece of pieces) {
    const before = words;
    words = piece.kind === 'words' ? piece.words : '';
    if (
      piece.kind === 'words' ||
      /[dioufFxXeEgG]\}?$/.test(piece.spec.replace(/^\{\w*\}$|^\{$/, ''))
    )
      continue;
    const code = leafOf(context, piece.code);
    if (!code) continue;
    const origin = outsideOf(context).valueIn(code);
    if (origin?.isNumber) continue;
    if (origin?.kind === 'request') {
      if (isChecked(view, code, origin)) continue;
      found = { code, origin, severity: 'high' };
      break;
    }
    const isName =
      TABLE_FOLLOWS.test(before) ||
      /^(?:.*_)?(?:table|column|col|field|schema|sort|order|dir|direction|db|database|index|collection)s?(?:_?name)?s?$|(?:Table|Column|Field|Schema|Direction|TableName|ColumnName)s?$/i.test(
        wordOf(code),
      );
    const sqlNames = VALUE_FOLLOWS.test(before) ? CERTAIN_SQL : SQL;
    const isSqlName = sqlNames.test(listWord(code));
    if (isSqlName || (code.kind !== 'name' && isName)) continue;
    if (isName && !(code.kind === 'name' && variablesOf(view).get(code.name)?.isParam)) continue;
    if (isChecked(view, code, origin)) continue;
    if (!found || (found.severity === 'low' && !isName)) {
      found = { code, origin, severity: isName ? 'low' : 'normal' };
    }
  }
  return (
    found && { what: outsideWordsAtEnd(view, found.code, found.origin), severity: found.severity }
  );
}

/** Names of pieces of SQL that are put together elsewhere. */
const SQL =
  /sql|quer|where|cond|clause|filter|join|placeholder|marks?$|bind|suffix|prefix|select|returning|limit|offset|stmt|expr|columns|fields|tables|cols|criteria|separator|predicate|alias|cte|with$|constraint|updates|checks|indexname|tablename|identity/i;

/** The same where a value is compared, and the query may be what somebody searches for. */
const CERTAIN_SQL = /sql|placeholder|marks?$|bind|expr|columns|fields|alias|param$/i;

/** What a value that is compared stands behind. */
const VALUE_FOLLOWS = /(?:'%?|[=<>]\s*|\blike\s+)$/i;

/** What a table's name stands behind. */
const TABLE_FOLLOWS = /\b(?:FROM|INTO|UPDATE|JOIN|TABLE|from|into|join)\s+[`"[]?$/;

/** The first piece of a value that is not harmless: of its branches, of what is joined. */
function leafOf(context: RuleContext, top: Code): Code | undefined {
  const nodes: Code[] = [top];
  for (let node = nodes.pop(), i = 0; node && i < 50; node = nodes.pop(), i++) {
    if (isHarmless(context, node)) continue;
    const pieces = node === top ? undefined : piecesOf(node);
    if (pieces) {
      nodes.push(...pieces.flatMap((one) => (one.kind === 'value' ? [one.code] : [])).toReversed());
    } else if (node.kind === 'conditional') nodes.push(node.otherwise, node.whenTrue);
    else if (node.kind === 'comprehension') nodes.push(node.element);
    else if (node.kind === 'call' && node.args.at(-1)?.kind === 'comprehension')
      nodes.push(...node.args);
    else return node;
  }
  return undefined;
}

/** The word of a list that is joined, or of the value itself. */
function listWord(code: Code): string {
  if (code.kind !== 'call' || !/^(?:join|Join|implode)$/.test(methodOf(code))) return wordOf(code);
  const { callee, args } = code;
  const list =
    callee.kind === 'member' && callee.object.kind !== 'text' ? callee.object : args.at(-1);
  return list ? wordOf(list) : '';
}

/** Ours, a number, or made harmless by what puts quotes around it. */
function isHarmless({ view }: RuleContext, code: Code): boolean {
  if (isOwnValue(view, code)) return true;
  if (code.kind === 'call' || code.kind === 'member') {
    const word = wordOf(code);
    if (
      /escape|quote|sanitiz|sanitis|ident|literal|placeholder|addslashes|esc_sql|bindvar|wrap|columnize|parameter|esc$/i.test(
        word,
      )
    )
      return true;
  }
  if (code.kind !== 'name') return false;
  const values = variablesOf(view).get(code.name)?.values ?? [];
  const isEscaped =
    values.length !== 0 &&
    values.every(
      (value) =>
        value.kind === 'call' &&
        /escape|quote|sanitiz|sanitis|ident|literal|addslashes|placeholder/i.test(wordOf(value)),
    );
  return isEscaped;
}
