import type { Environment } from '../core/agents/agent.ts';
import type { OutStream } from './host.ts';

/** Colours of one stream; where it has none, texts stay as they are. */
export interface Paint {
  bold(text: string): string;
  dim(text: string): string;
  red(text: string): string;
  green(text: string): string;
  yellow(text: string): string;
}

/** Colours only on a terminal, and none where `NO_COLOR` (https://no-color.org) asks for none. */
export function createPaint(stream: OutStream, env: Environment): Paint {
  const hasColors = stream.isTty && !env['NO_COLOR'] && env['TERM'] !== 'dumb';
  const style =
    (on: number, off: number) =>
    (text: string): string =>
      hasColors && text !== '' ? `\u001b[${on}m${text}\u001b[${off}m` : text;
  return Object.freeze({
    bold: style(1, 22),
    dim: style(2, 22),
    red: style(31, 39),
    green: style(32, 39),
    yellow: style(33, 39),
  });
}
