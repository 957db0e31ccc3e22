/** Code with one question, at its fourth line. */
export const SAVE = `export function saveAll(store: Store, data: readonly Row[]): void {
  try {
    for (const row of data) store.write(row);
  } catch (error) {}
}
`;
/** Something for many rules on every line. */
const MANY =
  'function a(b,c){try{return b==c?d(b):e.exec("x"+c)}catch(f){}}var g=/^(\\w+\\s?)*$/.test(h);';
const METHOD = `  save(store: Store, a: number): number {
    try {
      if (a == 1) store.write(a);
      return this.helper(a * 7 + 1);
    } catch (error) {}
    return 0;
  }
`;
const DEEP = 5_000;

/** What is generated, torn, or no code at all. */
export const BAD: readonly (readonly [path: string, text: string])[] = [
  ['a line of 10 MB.js', MANY.repeat(Math.ceil((10 << 20) / MANY.length))],
  [
    'nested.ts',
    `export function f(a: boolean): void {\n${'if (a) {\n'.repeat(DEEP)}${'}\n'.repeat(DEEP)}}\n`,
  ],
  ['nested.py', `def f(a):\n    return ${'('.repeat(DEEP)}a${')'.repeat(DEEP)}\n`],
  ['nested.cpp', `int f(int a) {\n  return ${'g('.repeat(DEEP)}a${')'.repeat(DEEP)};\n}\n`],
  ['never closed.java', `class A { void f() { ${'g('.repeat(DEEP)}\n`],
  ['class.ts', `export class Big {\n${METHOD.repeat(400)}}\n`],
  ['zero.ts', SAVE.replace('store.write', 'sto\0re.write')],
  ['mark.ts', `\uFEFF${SAVE}`],
  ['ends.ts', SAVE.replaceAll('\n', '\r\n').replace('\r\n', '\n').replace(');\r\n', ');\r')],
  ['half.ts', `${SAVE.replace('(error)', '(\ud800')}`],
  ['empty.ts', '\n'],
];

/** How many lines a text has, whatever ends them. */
export function lineCount(text: string): number {
  return Math.max(1, text.split(/\r\n|\r|\n/).length - 1);
}
