import { linesOf } from './manifest.ts';

const INFO = /^(.+?)-(\d[^-]*|unknown)(?:-py\d[\w.]*)?\.(?:dist|egg)-info$/i;
/** `a.py`, `a.cpython-312-x86_64-linux-gnu.so`, `a.pyd`, or a folder. */
const MODULE = /^([A-Za-z_]\w*)(?:\.py[cdi]?|\.(?:[\w-]+\.)?(?:so|pyd|dylib))?$/;

/** The name of the distribution that a folder of facts is about; undefined for other folders. */
export function distributionOf(entry: string): string | undefined {
  return INFO.exec(entry)?.[1];
}

/** The module that an entry of a folder of packages is imported as. */
export function moduleOf(entry: string): string | undefined {
  return MODULE.exec(entry)?.[1];
}

/** The modules that a distribution brings, by its `top_level.txt`. */
export function readTopLevel(text: string): readonly string[] {
  return [...linesOf(text)].flatMap(({ line }) => {
    const name = line.trim().split('/')[0] ?? '';
    return name === '' ? [] : [name];
  });
}

/** The same by its `RECORD`: one line a file. */
export function readRecord(text: string): ReadonlySet<string> {
  const modules = new Set<string>();
  for (const { line } of linesOf(text)) {
    const path = line.startsWith('"')
      ? (line.slice(1).split('"')[0] ?? '')
      : (line.split(',')[0] ?? '');
    const [first = ''] = path.split('/');
    const module = first.startsWith('..') || first.endsWith('-info') ? undefined : moduleOf(first);
    if (module !== undefined) modules.add(module);
  }
  return modules;
}

/** The modules that the finder of an editable package leads to. */
export function readFinder(text: string): readonly string[] {
  const mapping = /^MAPPING\b[^=]*=\s*\{([^}]*)\}/m.exec(text)?.[1] ?? '';
  return [...mapping.matchAll(/['"](\w+)['"]\s*:/g)].map(([, name]) => name ?? '');
}

/** What a `.pth` file adds: folders, and whether it is a program that may add more. */
export function readPth(text: string): {
  readonly folders: readonly string[];
  readonly isProgram: boolean;
} {
  const lines = [...linesOf(text)]
    .map(({ line }) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  return {
    folders: lines.filter((line) => !/^import\s/.test(line)),
    isProgram: lines.some((line) => /^import\s/.test(line)),
  };
}
