import type { RecordedSession } from './session.ts';

/** The workspace of every session file. */
const WORKSPACE = '/w';
/** Numbers that the editor draws at random; the kind before them stays. */
const RANDOM_ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** Cells of a notebook name the server they come from. */
const SERVER = /(?<=vscode-notebook-cell:)\/\/127\.0\.0\.1:\d+/g;

/** The session as any machine would have recorded it: paths below /w, random ids in order of use. */
export function normalized(session: RecordedSession, folder: string): RecordedSession {
  const ids = new Map<string, string>();
  const idFor = (id: string): string => {
    const known = ids.get(id);
    if (known !== undefined) return known;
    const made = `00000000-0000-4000-8000-${String(ids.size + 1).padStart(12, '0')}`;
    ids.set(id, made);
    return made;
  };
  const json = JSON.stringify(session)
    .replace(SERVER, '')
    .replaceAll(folder, WORKSPACE)
    .replace(RANDOM_ID, idFor);
  const parsed: RecordedSession = JSON.parse(json);
  return parsed;
}
