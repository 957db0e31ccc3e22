import type { Code } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import { bare, plainText } from '../../code/say.ts';
import type { Range } from '../../text/range.ts';
import { nameOf } from './namedTexts.ts';

/** A thing that code sets by its name: a field, a key, an argument, an option of a call. */
export interface Setting {
  readonly name: string;
  readonly value: Code;
  readonly at: Range;
}

/** Everything that a part of a file sets by name, in no order. */
export function* settings(view: CodeView): Generator<Setting> {
  for (const one of view.all('assign', 'declare')) {
    const name = nameOf(one.target);
    if (name !== undefined && one.value) yield { name, value: one.value, at: one };
  }
  for (const one of view.all('named')) yield { name: one.name, value: one.value, at: one };
  for (const one of view.all('entry')) {
    const name = nameOf(one.key);
    if (name !== undefined) yield { name, value: one.value, at: one };
  }
  // `setOption(KEY, value)`, `header('Name', 'value')`, `builder.dangerous(true)`
  for (const call of view.all('call')) {
    const { args, callee } = call;
    for (const [i, arg] of args.entries()) {
      const value = args[i + 1];
      const name = nameOf(arg);
      if (name !== undefined && value && arg.kind !== 'call') yield { name, value, at: call };
    }
    const [only] = args;
    if (only && args.length === 1 && callee.kind === 'member') {
      yield {
        name: callee.name,
        value: only,
        at: { start: callee.end - callee.name.length, end: call.end },
      };
    }
  }
}

/** Written as false, 0, or an off of some kind. */
export function isOff(value: Code): boolean {
  const it = bare(value);
  if (it.kind === 'constant') return it.value === false;
  if (it.kind === 'number') return it.value === 0;
  return /^(?:0|false|off|no|none|0L)$/i.test(plainText(it) ?? 'x');
}

/** Written as true, 1, or an on of some kind. */
export function isOn(value: Code): boolean {
  const it = bare(value);
  if (it.kind === 'constant') return it.value === true;
  if (it.kind === 'number') return it.value === 1;
  return /^(?:1|true|on|yes)$/i.test(plainText(it) ?? 'x');
}
