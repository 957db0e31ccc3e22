import type { Code } from '../../../code/code.ts';
import { calleeOf } from '../../../code/say.ts';
import type { MaybeNothing } from '../maybe/nothing.ts';
import { isEcmascript } from '../../languageId.ts';
import type { RuleContext } from '../../rule.ts';

/** What a piece of code needs to be there. */
export function valueNeeded({ language, view }: RuleContext, use: Code): Code | undefined {
  switch (use.kind) {
    case 'member':
      return use.isOptional || isHarmless(language, use.name) ? undefined : use.object;
    case 'index':
      return use.isOptional ? undefined : use.object;
    case 'unary':
      return language === 'cpp' && use.operator === '*' ? use.operand : undefined;
    case 'binary':
      // Java takes the number out of its box.
      return language === 'java' && /^[-+*/]$/.test(use.operator) && use.left.kind === 'call'
        ? use.left
        : undefined;
    case 'declare':
      if (language === 'java' && /^(?:int|long|double|float|boolean)$/.test(use.type ?? '')) {
        return use.value;
      }
      if (language === 'cpp' && /^(?:const )?(?:std::)?string\b(?!.*[*])/.test(use.type ?? '')) {
        return use.value;
      }
      return isEcmascript(language) && use.target.kind === 'pattern' ? use.value : undefined;
    case 'loop':
      return use.form === 'each' &&
        (isEcmascript(language) || /^(?:python|java|csharp)$/.test(language))
        ? use.iterable
        : undefined;
    case 'call': {
      const [first] = use.args;
      if (language === 'python' && PYTHON_NEEDS.test(calleeOf(use))) return first;
      const isText =
        language === 'cpp' &&
        /^(?:std\.)?(?:string|strlen|atoi|stoi|std\.stoi)$/.test(calleeOf(use));
      return isText && first?.kind === 'call' && view.isOwn(first) ? first : undefined;
    }
    default:
      return undefined;
  }
}

/** What nil and None answer too. */
export function isHarmless(language: string, name: string): boolean {
  if (language === 'ruby') {
    return /^(?:to_[saihf]|to_json|as_json|nil\?|inspect|is_a\?|class|present\?|blank\?|presence|try!?|respond_to\?|dup|freeze|tap|then|instance_of\?|kind_of\?|in\?|hash|object_id|!)$/.test(
      name,
    );
  }
  if (language === 'python') return /^(?:sort|limit|skip|count|then)$/.test(name);
  return (
    isEcmascript(language === 'tsx' ? 'tsx' : 'typescript') &&
    /^(?:then|catch|lean|exec|populate|select)$/.test(name)
  );
}

/** An `Optional` is only opened by its own methods, an iterator by what points. */
export function opens({ opens: only, isIterator }: MaybeNothing, use: Code): boolean {
  if (isIterator)
    return use.kind === 'unary' || (use.kind === 'member' && /^(?:second|first)$/.test(use.name));
  if (only) {
    // A part of an element by its name.
    if (use.kind === 'index') return use.index?.kind === 'text';
    return use.kind === 'member' && only.test(use.name);
  }
  return true;
}

const PYTHON_NEEDS = /^(?:len|int|float|sorted|sum|json\.loads|iter|tuple|list|set|enumerate)$/;
