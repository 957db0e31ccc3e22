import type { Dice } from './dice.ts';
import type { Line, Text } from './model.ts';

/** Files grow no longer than this: the run is about order, not about size. */
export const MAX_LINES = 40;

/** New lines that nobody has; now and then a brace, which is everybody's. */
export function newLines(dice: Dice, n: number): Line[] {
  return Array.from({ length: n }, () => newLine(dice));
}

export function newLine(dice: Dice): Line {
  const id = dice.word();
  const indent = ['', '  ', '    ', '\t'][dice.below(4)] ?? '';
  const body = [
    `${id}();`,
    `const ${id} = call('${dice.word()}');`,
    `  if (${id}) return [1, 2];`,
    `run({ ${id}: 'x', more: 12 });`,
  ][dice.below(4)];
  return dice.chance(0.03)
    ? { id: undefined, text: `${indent}}` }
    : { id, text: `${indent}${body ?? id}` };
}

export function idsOf(lines: readonly Line[]): string[] {
  return lines.flatMap(({ id }) => (id === undefined ? [] : [id]));
}

/** The same text as another formatter would write it. */
export function reformatted(text: Text, dice: Dice): Text {
  const isTabs = dice.chance(0.3);
  const quote = dice.chance(0.5) ? '"' : "'";
  const hasSemicolons = dice.chance(0.5);
  const lines = text.lines.map(({ id, text: line }) => {
    const body = line.trim().replaceAll(/['"]/g, quote).replace(/;$/, '');
    const isStatement = /[)\]'"0-9]$/.test(body);
    const indent = (isTabs ? '\t' : '  ').repeat(id === undefined ? 0 : id.charCodeAt(3) % 3);
    return { id, text: `${indent}${body}${isStatement && hasSemicolons ? ';' : ''}` };
  });
  return { ...text, lines };
}

export function spliced(text: Text, at: number, nRemoved: number, lines: readonly Line[]): Text {
  return {
    ...text,
    lines: [...text.lines.slice(0, at), ...lines, ...text.lines.slice(at + nRemoved)],
  };
}

export function shown(lines: readonly Line[]): string {
  return JSON.stringify(lines.map(({ text }) => text));
}
