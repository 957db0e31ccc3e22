import type { Code } from '../code/code.ts';
import type { Range } from '../text/range.ts';
import type { ModuleStanding } from './project.ts';
import type { RuleContext } from './rule.ts';
import { takenModules } from './takenModules.ts';

/** A package that code takes in, with what it is to the project. */
export interface TakenPackage {
  readonly at: Range;
  readonly standing: Exclude<ModuleStanding, { readonly kind: 'known' }>;
}

/** The packages that a block takes in and its manifest does not name, each once. */
export function* packagesOf(context: RuleContext): Generator<TakenPackage> {
  const packages = context.project?.packages;
  if (!packages) return;
  const seen = new Set<string>();
  for (const { module, at, isPath } of takenModules(context)) {
    const standing = packages.standingOf(module);
    if (standing.kind === 'known' || standing.package === undefined) continue;
    if (seen.has(standing.package)) continue;
    seen.add(standing.package);
    if (isPath === true && standsAlone(context, standing.package)) continue;
    if (context.language === 'rust' && isModuleHere(context, at, standing.package)) continue;
    yield { at, standing };
  }
}

/** A name that also stands alone is taken in somewhere, or a module that some macro makes. */
function standsAlone({ view }: RuleContext, name: string): boolean {
  return new RegExp(`(?<![\\w.])${name}(?!\\w|\\s*::)`).test(view.text);
}

/** Rust's paths may begin at a module, or at a name that was taken in under another or with all others. */
function isModuleHere({ view, outline }: RuleContext, at: Range, name: string): boolean {
  const isTaken = outline.imports.some(
    ({ module, names }) =>
      names.some(({ local }) => local === name) && module.split('::')[0] !== name,
  );
  if (isTaken || new RegExp(`\\b(?:mod|as)\\s+${name}\\b`).test(view.text)) return true;
  const { top } = view;
  const statements: readonly Code[] = top.kind === 'body' ? top.statements : [];
  const isOutside = (code: Range): boolean =>
    statements.some(({ start, end }) => start === code.start && end === code.end);
  // `super::*` inside the file brings what the file itself names, which is looked at above.
  return outline.imports.some(
    ({ module, names, start, end }) =>
      names.some((one) => one.name === '*') &&
      /^(?:crate|self|super)\b/.test(module) &&
      (isOutside({ start, end }) || (module !== 'super' && !isOutside(at))),
  );
}
