import type { Call, Code } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import { calleeOf, everythingIn, lastWord, methodOf, plainText } from '../../code/say.ts';
import { isEcmascript } from '../languageId.ts';
import type { RuleContext } from '../rule.ts';
import { moneyIn, namedBy } from './money.ts';
import { nameWords } from './nameWords.ts';

/** Where money is kept or read as a number with a point, with its name. */
export interface MoneyField {
  readonly at: Code;
  readonly name: string;
}

const FLOAT =
  /^(?:const |readonly |mut )?(?:float|double|f32|f64|float32|float64|Float|Double|Single|Optional\[float\]|Option<f(?:32|64)>|Mapped\[float\])(?: ?&|\?| \| (?:null|None))?$|^\?float$/;

/** Things that are paid: in them a total is money. */
const PAID =
  /order|invoice|payment|cart|product|account|booking|bill|purchase|sale|transaction|wallet|subscription|item|line|budget|expense|receipt|checkout|refund|loan|employee|quote|ticket|fare|plan|deal|contract|reservation/i;

const MONEY =
  /^(?:amount|total|balance|cost|payment|discount|deposit|salary|subtotal|due|commission|premium|rent|refund|wage)$/;

/** Fields and columns that hold money as fractions. */
export function* moneyFields({ view, language }: RuleContext): Iterable<MoneyField> {
  for (const one of view.all('declare', 'assign')) {
    const holder = classAround(view, one);
    if (holder === undefined) continue;
    const name = lastWord(one.target);
    if (!isMoney(name, holder)) continue;
    const type = one.kind === 'declare' ? (one.type ?? '') : '';
    if (FLOAT.test(type) || isFloatColumn(view, one.value)) yield { at: one, name };
    else if (
      isEcmascript(language) &&
      one.kind === 'declare' &&
      one.decorators.some(isFloatDecorator)
    )
      yield { at: one, name };
  }
  for (const call of view.all('call')) {
    const name = columnOf(call);
    if (name !== undefined && moneyIn(name) !== undefined) yield { at: call, name };
  }
  for (const text of view.all('text')) {
    const [first] = text.parts;
    const found =
      typeof first === 'string' && /create table|alter table/i.test(first.slice(0, 400))
        ? /\b(\w*(?:price|amount|balance|salary|subtotal|cost)\w*)[`"\]]? +(?:float|real|double)\b/i.exec(
            first,
          )
        : undefined;
    if (found?.[1] !== undefined) yield { at: text, name: found[1] };
  }
  for (const one of view.all('entry')) {
    // Sequelize's `price: DataTypes.FLOAT`, Mongo's and others' have no such type.
    const name = lastWord(one.key);
    const isFloat = /DataTypes?\.(?:FLOAT|DOUBLE|REAL)\b/.test(view.flat(one.value).slice(0, 80));
    if (isFloat && moneyIn(name) !== undefined) yield { at: one, name };
  }
}

function isMoney(name: string, holder: string): boolean {
  const sure = moneyIn(name);
  if (sure === 'sure') return true;
  return sure === 'maybe' && PAID.test(holder) && nameWords(name).some((word) => MONEY.test(word));
}

/** The name of the class whose field it is. */
function classAround(view: CodeView, code: Code): string | undefined {
  for (const node of view.around(code)) {
    if (node.kind === 'class') return node.name ?? '';
    if (node.kind !== 'expression' && node.kind !== 'group' && node.kind !== 'body')
      return undefined;
  }
  return undefined;
}

/** `models.FloatField()`, `Column(Float)`. */
function isFloatColumn(view: CodeView, value: Code | undefined): boolean {
  if (value?.kind !== 'call') return false;
  const method = methodOf(value);
  if (/^(?:FloatField|Float)$/.test(method)) return true;
  return (
    /^(?:Column|mapped_column)$/.test(method) &&
    value.args.some((arg) => /^(?:\w+\.)?(?:Float|REAL|Double)\b/.test(view.flat(arg)))
  );
}

/** TypeORM's `@Column('float')`, `@Column({ type: 'double' })`. */
function isFloatDecorator(decorator: Code): boolean {
  if (decorator.kind !== 'call' || !/^(?:Column|Property)$/.test(methodOf(decorator))) return false;
  for (const node of everythingIn(decorator)) {
    if (
      node.kind === 'text' &&
      /^(?:float|double|real|double precision)$/i.test(plainText(node) ?? '')
    )
      return true;
  }
  return false;
}

/** Rails' `add_column :orders, :price, :float`, `t.float :price`, Laravel's `$table->float('price')`. */
function columnOf(call: Call): string | undefined {
  const method = methodOf(call);
  const [first, second, third] = call.args;
  if (/^(?:add_column|change_column)$/.test(method))
    return plainText(third) === 'float' ? plainText(second) : undefined;
  const isTable = /^(?:t|table)\./.test(calleeOf(call).replace(/^\$/, ''));
  return isTable && /^(?:float|double)$/.test(method) ? plainText(first) : undefined;
}

const PARSES =
  /^(?:parseFloat|float|floatval|to_f|parseDouble|parseFloat32|ParseFloat|parse_float|stod|stof|atof|strtod|toDouble|ToDouble)$|^(?:double|float|Double|Float|Single)\.(?:Parse|TryParse|parseDouble|parseFloat|valueOf)$/;

/** `amount = parseFloat(text)`: money is read as a fraction. */
export function* parsedMoney({ view, language }: RuleContext): Iterable<MoneyField> {
  for (const one of view.all('declare', 'assign')) {
    const { target, value } = one;
    const first = target.kind === 'pattern' ? target.parts[0] : target;
    if (!value || !first) continue;
    const name = namedBy(first);
    const isMoneyName =
      moneyIn(name) === 'sure' ||
      /^(?:amount|balance|payment|deposit|refund|salary)$/i.test(nameWords(name).at(-1) ?? '');
    if (moneyIn(name) === undefined || !isMoneyName) continue;
    const isCast =
      language === 'php' && value.kind === 'cast' && /^(?:float|double)$/.test(value.type);
    const isCall =
      value.kind === 'call' && (PARSES.test(methodOf(value)) || PARSES.test(calleeOf(value)));
    const isRust =
      language === 'rust' &&
      one.kind === 'declare' &&
      FLOAT.test(one.type ?? '') &&
      /\.parse\(\)/.test(view.flat(value));
    if ((isCast && value.kind === 'cast' && value.value.kind !== 'number') || isCall || isRust)
      yield { at: one, name };
  }
}

/** `balance -= payment.amount`, `sum + item.price`: JavaScript's numbers are fractions. */
export function* addedMoney({ view, language }: RuleContext): Iterable<MoneyField> {
  if (!isEcmascript(language)) return;
  for (const one of view.all('assign', 'binary')) {
    const isAssign = one.kind === 'assign';
    if (isAssign ? !/^[-+]=$/.test(one.operator) : one.operator !== '+') continue;
    const left = isAssign ? one.target : one.left;
    const right = isAssign ? one.value : one.right;
    if (!right || (right.kind !== 'member' && right.kind !== 'name')) continue;
    const [to, what] = [namedBy(left), namedBy(right)];
    const isSum =
      left.kind === 'name' &&
      (/^(?:sum|acc|accumulator|total|subtotal|balance|t|s|prev)$/.test(to) ||
        moneyIn(to) !== undefined);
    const isPaid =
      moneyIn(what) === 'sure' || (moneyIn(what) === 'maybe' && moneyIn(to) === 'sure');
    if (isSum && isPaid) yield { at: one, name: what };
  }
}

/** Java's `mapToDouble(Item::getPrice)`, `new BigDecimal(price)` of a double. */
export function* doublesOfMoney(
  { view, language }: RuleContext,
  isFloating: (code: Code) => boolean,
): Iterable<MoneyField> {
  if (language !== 'java') return;
  for (const call of view.all('call')) {
    const [first] = call.args;
    if (!first) continue;
    const method = methodOf(call);
    if (/^(?:mapToDouble|summingDouble|averagingDouble)$/.test(method)) {
      const value = first.kind === 'function' ? first.body?.statements.at(-1) : first;
      const result = value?.kind === 'return' ? value.value : value;
      const name = result ? namedBy(result).replace(/^get(?=[A-Z])/, '') : '';
      if (moneyIn(name) !== undefined) yield { at: call, name };
    }
    const isVariable = first.kind === 'name' || first.kind === 'member';
    if (
      call.isNew &&
      method === 'BigDecimal' &&
      isVariable &&
      call.args.length === 1 &&
      isFloating(first)
    )
      yield { at: call, name: view.flat(first) };
  }
}
