import { nameWords } from './nameWords.ts';

/** Last words of names whose values may well be 0. */
const NUMBERS = new Set(
  'limit count counter index idx offset price amount quantity qty total balance discount port timeout delay retries attempts max min maximum minimum size length width height level score rate tax age depth threshold position rank priority weight percent percentage interval ttl duration budget volume opacity temperature zoom stock fee cost concurrency remaining days hours minutes seconds ms num number rating latitude longitude lat lng surcharge salary deposit points credits capacity tolerance precision margin padding spacing gap radius thickness'.split(
    ' ',
  ),
);
/** The same where they are the whole name: `nextPage` is a page, `iconLeft` an icon. */
const ALONE = new Set(['page', 'skip', 'take', 'step', 'top', 'left', 'x', 'y']);
const SIDES = /^(?:left|right|top|bottom|x|y|start|end|before|after|in|ms|px)$/;
/** First words that make it a number whatever follows: `maxRetries`, `num_items`. */
const COUNTED = new Set(['max', 'min', 'num', 'n', 'total']);
/** Last words that are of a list or a text even where the name begins as a number's. */
const NOT_NUMBERS =
  /s$|name|text|date|label|title|id|url|string|list|items|options|map|type|class|style|key|format|unit/i;
/** First words of what is on or off, and of what says what is to be done: `isOpen`, `updateCount`. */
const ON_OFF =
  /^(?:is|has|have|should|can|use|enable|allow|show|with|no|not|neg|hide|include|exclude|do|need|needs|reset|track|get|update|after|before|force|keep|ignore|skip|disable|want|wants|set)$/;
const FLAGS = /(?:enabled|disabled|visible|active|checked|required|verbose|strict)$/i;
/** Amounts that somebody chooses, of which 0 is one: no count of what is there. */
const CHOSEN =
  /^(?:price|amount|quantity|qty|balance|discount|limit|offset|score|rate|tax|age|threshold|position|rank|priority|weight|percent|percentage|budget|volume|opacity|temperature|stock|fee|cost|rating|latitude|longitude|lat|lng|surcharge|salary|deposit|points|credits|tolerance)$/;
/** Texts of which none at all is as good a choice. */
const TEXTS =
  /^(?:separator|sep|delimiter|delim|prefix|suffix|indent|indentation|glue|joiner|terminator|padding)$/;

/** Whether a variable of that name holds a number: `limit`, `maxRetries`, `unit_price`. */
export function isNumberName(name: string): boolean {
  const words = nameWords(name);
  const last = words.at(-1);
  const [first] = words;
  if (last === undefined || first === undefined || isFlagName(name)) return false;
  if (words.length === 1 && ALONE.has(last)) return true;
  const before = words.at(-2);
  // `marginLeft`, `padding_x`
  if (before !== undefined && SIDES.test(last) && NUMBERS.has(before)) return true;
  return NUMBERS.has(last) || (COUNTED.has(first) && 1 < words.length && !NOT_NUMBERS.test(last));
}

/** Whether it is on or off: `isOpen`, `verbose`. */
export function isFlagName(name: string): boolean {
  const words = nameWords(name);
  return FLAGS.test(name) || (1 < words.length && ON_OFF.test(words[0] ?? ''));
}

/** Whether it is an amount that is given rather than counted: `discount`, `minimumAge`. */
export function isChosenNumber(name: string): boolean {
  return isNumberName(name) && CHOSEN.test(nameWords(name).at(-1) ?? '');
}

/** Whether the empty text is a value like others for it: `separator`, `key_prefix`. */
export function mayBeEmpty(name: string): boolean {
  return TEXTS.test(nameWords(name).at(-1) ?? '');
}
