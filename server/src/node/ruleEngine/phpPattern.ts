import * as astGrep from '@ast-grep/wasm/wasm_bg.js';
import { EXPANDO } from './astGrep.ts';

/**
 * A rule for PHP as the grammar needs it. To it a pattern alone is text between pieces of PHP, so
 * each is put behind `<?php`, and what was meant is picked out by its kind.
 */
export function withPhpTags(config: unknown): unknown {
  if (Array.isArray(config)) return config.map(withPhpTags);
  if (typeof config !== 'object' || config === null) return config;
  return Object.fromEntries(
    Object.entries(config).map(([name, value]): [string, unknown] =>
      name === 'pattern' && typeof value === 'string'
        ? [name, inPhp(value)]
        : [name, withPhpTags(value)],
    ),
  );
}

function inPhp(pattern: string): unknown {
  if (pattern.includes('<?')) return pattern;
  const context = `<?php ${pattern.trim().replace(/;$/, '')};`;
  const root = astGrep.parse('php', context.replaceAll('$', EXPANDO)).root();
  const [statement] = root.namedChildren().filter((node) => node.kind() !== 'php_tag');
  // An expression is meant without its semicolon, wherever it stands.
  const inner = statement?.namedChildren() ?? [];
  const meant =
    statement?.kind() === 'expression_statement' && !pattern.trim().endsWith(';')
      ? inner[0]
      : statement;
  return meant === undefined || meant.kind() === 'ERROR'
    ? pattern
    : { context, selector: meant.kind() };
}
