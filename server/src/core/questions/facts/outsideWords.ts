import type { Code } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import { dotted } from '../../code/say.ts';
import { inBackticks, quoted, shortened } from '../words.ts';
import { severityOf, type OpenValue } from './openValue.ts';
import type { Severity } from '../rule.ts';
import type { Origin } from './origin.ts';
import { contains } from '../../text/range.ts';

/** A value as words of a sentence, with where it comes from: "`id`, which comes from `req.query`,". */
export function outsideWords(view: CodeView, value: Code, origin: Origin | undefined): string {
  const { own, from } = wordsOf(view, value, origin);
  return from === undefined ? own : `${own}, which comes from ${from},`;
}

/** The same without a comma behind it, for the end of a clause. */
export function outsideWordsAtEnd(view: CodeView, value: Code, origin: Origin | undefined): string {
  const { own, from } = wordsOf(view, value, origin);
  return from === undefined ? own : `${own} (from ${from})`;
}

/** What a rule says of a value that is not the program's own: its name, and how bad it is. */
export function aboutOpen(
  view: CodeView,
  open: OpenValue,
): { readonly about: { readonly what: string }; readonly severity: Severity } {
  const what = outsideWordsAtEnd(view, open.code, open.origin);
  return { about: { what }, severity: severityOf(open) };
}

function wordsOf(
  view: CodeView,
  value: Code,
  origin: Origin | undefined,
): { readonly own: string; readonly from: string | undefined } {
  const own = quoted(view, value);
  if (!origin) return { own, from: undefined };
  const { from } = origin;
  if (from.kind === 'param') {
    const name = from.name ?? '';
    const isItself = name === '' || view.flat(value).includes(name);
    return { own, from: isItself ? 'the request' : inBackticks(name) };
  }
  const isInside = contains(value, from);
  const named = dotted(from.kind === 'call' ? from.callee : from);
  const words = from.kind === 'call' && named !== undefined ? `${named}()` : view.flat(from);
  return { own, from: isInside ? undefined : inBackticks(shortened(words)) };
}
