/** Names come from extensions, agents and git: in Markdown they are text and nothing else. */
export function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-!|<>~&]/gu, '\\$&').replace(/\s+/gu, ' ');
}
