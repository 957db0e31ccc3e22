import type { Language } from '../language.ts';
import { ecmascript } from './ecmascript.ts';

export const javascript: Language = {
  id: 'javascript',
  extensions: ['.js', '.mjs', '.cjs'],
  grammar: 'javascript',
  rules: ecmascript,
};

export const javascriptReact: Language = {
  id: 'javascriptreact',
  extensions: ['.jsx'],
  grammar: 'javascript',
  rules: ecmascript,
};
