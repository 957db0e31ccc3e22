import { entriesOf, readJson, textOf, textsOf, under } from './json.ts';

/** What a `tsconfig.json` or `jsconfig.json` says of where modules are. */
export interface TsConfig {
  /** Patterns of `paths`, with at most one `*`. */
  readonly paths: readonly string[];
  readonly baseUrl: string | undefined;
  /** As written. */
  readonly extends: readonly string[];
  /** It may say more than was read. */
  readonly isTorn: boolean;
}

export function readTsConfig(text: string): TsConfig {
  const { root, fault } = readJson(text);
  const options = under(root, 'compilerOptions');
  const base = under(root, 'extends');
  const one = textOf(base);
  return {
    paths: entriesOf(under(options, 'paths')).map(({ key }) => key),
    baseUrl: textOf(under(options, 'baseUrl')),
    extends: one === undefined ? textsOf(base) : [one],
    isTorn: fault !== undefined,
  };
}

/** Whether a pattern of `paths`, or of a package's `imports`, is for a module. */
export function fits(pattern: string, module: string): boolean {
  const star = pattern.indexOf('*');
  if (star < 0) return pattern === module;
  const before = pattern.slice(0, star);
  const behind = pattern.slice(star + 1);
  return (
    before.length + behind.length <= module.length &&
    module.startsWith(before) &&
    module.endsWith(behind)
  );
}
