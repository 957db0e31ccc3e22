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
  for (const { module, at } of takenModules(context)) {
    const standing = packages.standingOf(module);
    if (standing.kind === 'known' || standing.package === undefined) continue;
    if (context.language === 'rust' && isModuleHere(context, standing.package)) continue;
    if (seen.has(standing.package)) continue;
    seen.add(standing.package);
    yield { at, standing };
  }
}

/** Rust's paths may begin at a module, or at a name that was taken in under another. */
function isModuleHere({ view, outline }: RuleContext, name: string): boolean {
  const isTaken = outline.imports.some(
    ({ module, names }) =>
      names.some(({ local }) => local === name) && module.split('::')[0] !== name,
  );
  return isTaken || new RegExp(`\\b(?:mod|as)\\s+${name}\\b`).test(view.text);
}
