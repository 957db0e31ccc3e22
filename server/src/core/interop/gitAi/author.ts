import { asObject, nameIn, textIn } from '../../agentEvents/fields.ts';
import { assertNever } from '../../result.ts';
import { quoted } from '../quoted.ts';
import type { Metadata, Records } from './authorshipLog.ts';
import { parseKey } from './key.ts';
import { told } from './told.ts';
import { ourToolName } from './toolNames.ts';

/** Whose the lines of an attestation are. */
export type Author =
  | {
      readonly kind: 'ai';
      /** As Countersign calls it where both know it, else as the note does. */
      readonly tool?: string;
      readonly model?: string;
      readonly conversation?: string;
      /** The person who directed the AI, as the note names them. */
      readonly human?: string;
    }
  | { readonly kind: 'human'; readonly name: string }
  /** The note itself does not say: nobody may be claimed. */
  | { readonly kind: 'nobody'; readonly why: string };

/**
 * The author that a key names in this note. A key without its record is nobody's: the standard
 * wants the record beside it, and a record of another commit may be another conversation's.
 */
export function authorOf(metadata: Metadata, key: string): Author {
  const named = parseKey(key);
  switch (named.kind) {
    case 'session':
      return aiAuthor(metadata.sessions, named.session, 'sessions');
    case 'human': {
      const record = recordOf(metadata.humans, named.human);
      const name = record && nameIn(record, 'author');
      return name === undefined ? nobody(named.human, 'humans') : { kind: 'human', name };
    }
    case 'prompt':
      return aiAuthor(metadata.prompts, named.prompt, 'prompts');
    default:
      return assertNever(named);
  }
}

function aiAuthor(records: Records | undefined, id: string, map: string): Author {
  const record = recordOf(records, id);
  const agent = record && asObject(record['agent_id']);
  if (!agent) return nobody(id, map);
  const tool = told(textIn(agent, 'tool'));
  const model = told(textIn(agent, 'model'));
  const conversation = told(textIn(agent, 'id'));
  const human = told(textIn(record, 'human_author'));
  return {
    kind: 'ai',
    ...(tool === undefined ? {} : { tool: ourToolName(tool) }),
    ...(model === undefined ? {} : { model }),
    ...(conversation === undefined ? {} : { conversation }),
    ...(human === undefined ? {} : { human }),
  };
}

function recordOf(records: Records | undefined, id: string): Records | undefined {
  return records && Object.hasOwn(records, id) ? asObject(records[id]) : undefined;
}

function nobody(id: string, map: string): Author {
  return { kind: 'nobody', why: `The note's \`${map}\` do not say who ${quoted(id)} is.` };
}
