import type { TeamRules } from '../../core/ports.ts';
import { type Hit, movedHit } from '../../core/questions/hit.ts';
import { spanningReplacement } from '../../core/text/edit.ts';
import { createLineIndex } from '../../core/text/lineIndex.ts';
import type { OpenDocument } from '../openDocument.ts';

/** What a team's rules find in open texts. They run in the background: answers come when they come. */
export interface OpenTeamHits {
  /** What is known now; what was found in the text before stands in for what is not known yet. */
  of(document: OpenDocument): readonly Hit[];
  /** Waits until the document's text, as it is then, has been asked about: before somebody vouches for it. */
  settled(document: OpenDocument): Promise<void>;
}

interface Known {
  readonly team: TeamRules;
  readonly text: string;
  readonly hits: readonly Hit[];
}

/** `changed` is called when a document's rules answered something else than was known before. */
export function createOpenTeamHits(changed: (document: OpenDocument) => void): OpenTeamHits {
  const known = new WeakMap<OpenDocument, Known>();
  const running = new WeakMap<OpenDocument, Promise<void>>();

  const isFresh = ({ team, text }: Known, document: OpenDocument): boolean =>
    team === document.home.team() && text === document.live.text;
  const shown = (document: OpenDocument): readonly Hit[] => {
    const its = known.get(document);
    return its ? carried(its, document.live.text) : [];
  };
  /** One question at a time for a document: while it waits, what is typed makes the next one. */
  const ask = (document: OpenDocument): void => {
    const team = document.home.team();
    if (!team || running.has(document)) return;
    const { text } = document.live;
    const done = team.hits(document.home.path, text).then((hits) => {
      running.delete(document);
      const before = shown(document);
      known.set(document, { team, text, hits });
      if (namesOf(shown(document)) !== namesOf(before)) changed(document);
      else if (document.live.text !== text || document.home.team() !== team) ask(document);
    });
    running.set(document, done);
  };
  return Object.freeze({
    of(document: OpenDocument): readonly Hit[] {
      if (!document.home.team()) return [];
      const its = known.get(document);
      if (!its || !isFresh(its, document)) ask(document);
      return shown(document);
    },
    async settled(document: OpenDocument): Promise<void> {
      while (document.home.team()) {
        const its = known.get(document);
        if (its && isFresh(its, document)) return;
        ask(document);
        await running.get(document);
      }
    },
  });
}

/** Hits of a text, where the same code stands in another one; those in what changed are left out. */
function carried({ text: before, hits }: Known, after: string): readonly Hit[] {
  if (before === after || hits.length === 0) return hits;
  const { start, end } = spanningReplacement(before, after);
  const offset = after.length - before.length;
  const index = createLineIndex(after);
  return hits.flatMap((hit) => {
    if (hit.at.end <= start) return [hit];
    if (hit.at.start < end) return [];
    const line = index.lineAt(hit.at.start + offset) + 1;
    return [movedHit(hit, offset, line - hit.line)];
  });
}

function namesOf(hits: readonly Hit[]): string {
  return JSON.stringify(hits.map(({ rule, at, text, severity }) => [rule.id, at, text, severity]));
}
