import type { Code } from '../../code/code.ts';
import { lastWord, methodOf, plainText } from '../../code/say.ts';
import { nameWords } from './nameWords.ts';

const MONEY =
  /^(?:price|prices|amount|subtotal|sub_total|tax|taxes|balance|fee|fees|discount|salary|wage|revenue|payment|payout|invoice|vat|refund|deposit|withdrawal|money|cost|costs|tip|total|totals|due|earnings|profit|commission|interest|premium|rent)$/;
/** Words that leave no doubt. */
const SURELY =
  /^(?:price|prices|subtotal|tax|taxes|balance|fee|fees|salary|wage|revenue|payout|invoice|vat|refund|money)$/;
/** Money as whole numbers, what is not money, and rates. */
const NOT_MONEY =
  /^(?:cents?|pence|minor|micros|satoshis?|wei|lamports|bps|count|counts|id|ids|rate|rates|type|index|name|code|size|bytes|time|length|pages?|items?|lines?|rows?|files?|percent|percentage|date|status|key|label|ms|seconds|steps?|hits|users|width|height|path|model|edit|blend|alpha|opacity|progress|points)$/;

/** How sure a name is that of an amount of money; whole cents are none. */
export function moneyIn(name: string): 'sure' | 'maybe' | undefined {
  const words = nameWords(name);
  if (words.some((word) => NOT_MONEY.test(word))) return undefined;
  if (words.some((word) => SURELY.test(word))) return 'sure';
  return words.some((word) => MONEY.test(word)) ? 'maybe' : undefined;
}

/** The last word of what a piece of code names: `price` for `item.price`, `getPrice()`, `row['price']`. */
export function namedBy(code: Code): string {
  if (code.kind === 'call') {
    const method = methodOf(code);
    const [first] = code.args;
    return /^(?:float|Number|parseFloat|floatval|to_f|abs|f64)$/.test(method) && first
      ? namedBy(first)
      : method;
  }
  if (code.kind === 'index') {
    const { index } = code;
    return plainText(index) ?? lastWord(code.object);
  }
  return lastWord(code);
}
