import type { Language } from '../language.ts';
import { ecmascript } from './ecmascript.ts';

export const typescript: Language = {
  id: 'typescript',
  extensions: ['.ts', '.mts', '.cts'],
  grammar: 'typescript',
  rules: ecmascript,
};

export const typescriptReact: Language = {
  id: 'typescriptreact',
  extensions: ['.tsx'],
  grammar: 'tsx',
  rules: ecmascript,
};
