import { inFolder } from '../../core/packages/manifest.ts';
import type { ProjectFiles } from '../../core/ports.ts';

/** Whether a module is the repository's own. */
export interface PythonModules {
  /** `perhaps`: the repository has more folders than were looked into. */
  standingOf(module: string): 'own' | 'perhaps' | 'none';
}

/** Looking into more folders than this would take too long. */
const MAX_FOLDERS = 3000;
const NEVER_INSIDE =
  /^(?:\..*|node_modules|site-packages|dist-packages|__pycache__|venv|env|virtualenv|.*\.(?:egg-info|dist-info))$/;

/**
 * The modules and packages of the repository itself, wherever they are: which folders Python looks
 * into is set by what starts it, and nothing here knows that.
 */
export function createPythonModules({ own }: ProjectFiles): PythonModules {
  let known: { readonly names: ReadonlySet<string>; readonly isCut: boolean } | undefined;
  const read = (): NonNullable<typeof known> => {
    const names = new Set<string>();
    const waiting: string[] = [''];
    let next = 0;
    for (; next < waiting.length && next < MAX_FOLDERS; next++) {
      const folder = waiting[next] ?? '';
      let hasModules = false;
      for (const entry of own.list(folder)) {
        const module = /^(\w+)\.(?:pyi?|pyx|so|ipynb)$/.exec(entry)?.[1];
        if (module !== undefined) {
          hasModules = true;
          names.add(module);
        } else if (!entry.includes('.') && !NEVER_INSIDE.test(entry)) {
          waiting.push(inFolder(folder, entry));
        }
      }
      // A package may hold packages only, so all folders on the way are modules.
      if (hasModules) for (const part of folder.split('/')) names.add(part);
    }
    return { names, isCut: next < waiting.length };
  };
  return Object.freeze({
    standingOf(module: string) {
      known ??= read();
      if (known.names.has(module)) return 'own';
      return known.isCut ? 'perhaps' : 'none';
    },
  });
}
