import type { FunctionCode } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import type { LanguageId } from '../languageId.ts';

/** Whether code outside the file may call a function, as far as its own file tells. */
export function isPublic(view: CodeView, code: FunctionCode, language: LanguageId): boolean {
  const { name, modifiers, form } = code;
  if (name === undefined || name.startsWith('_') || name.startsWith('#')) return false;
  if (modifiers.includes('private') || view.enclosing(code, 'function')) return false;
  const owner = view.enclosing(code, 'class');
  switch (language) {
    case 'typescript':
    case 'tsx':
    case 'javascript': {
      if (owner || form === 'method' || form === 'constructor') return true;
      const lead = view.text.slice(Math.min(view.range.start, code.start), code.start);
      return /\bexport\b/.test(lead) || isExported(view.text, name);
    }
    case 'go':
      return /^\p{Lu}/u.test(name);
    case 'rust':
      return modifiers.some((word) => word.startsWith('pub')) || owner?.form === 'trait';
    case 'java':
    case 'csharp':
      return (
        modifiers.includes('public') ||
        modifiers.includes('protected') ||
        owner?.form === 'interface'
      );
    case 'cpp':
      return !modifiers.includes('static') || owner !== undefined;
    case 'python':
    case 'ruby':
    case 'php':
      return true;
  }
}

/** `export { a, b }`, `module.exports = { a }`, `exports.a =`. */
function isExported(text: string, name: string): boolean {
  for (const [found] of text.matchAll(EXPORTS))
    if (found.split(/[^\w$]+/).includes(name)) return true;
  return false;
}

const EXPORTS =
  /\bexport\s*(?:default\s+[\w$]+|\{[^}]{0,2000}\})|\bexports(?:\.[\w$]+)?\s*=\s*(?:\{[^}]{0,2000}\}|[\w$]+)|\bexports\.[\w$]+/g;
