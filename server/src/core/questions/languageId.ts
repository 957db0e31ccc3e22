/** The columns of the table of rules. */
export const LANGUAGES = [
  'typescript',
  'tsx',
  'javascript',
  'python',
  'go',
  'rust',
  'java',
  'csharp',
  'cpp',
  'ruby',
  'php',
] as const;

export type LanguageId = (typeof LANGUAGES)[number];

/** The column of a language by VS Code's id; undefined where rules see nothing. */
export function columnOf(languageId: string): LanguageId | undefined {
  switch (languageId) {
    case 'typescriptreact':
      return 'tsx';
    case 'javascriptreact':
      return 'javascript';
    case 'c':
      return 'cpp';
    default:
      return LANGUAGES.find((language) => language === languageId);
  }
}

/** TypeScript, TSX and JavaScript. */
export const ECMASCRIPT: readonly LanguageId[] = ['typescript', 'tsx', 'javascript'];

export function isEcmascript(language: LanguageId): boolean {
  return ECMASCRIPT.includes(language);
}
