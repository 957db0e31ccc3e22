import type { RecordedEvent, RecordedSession } from './session.ts';

/** What is wrong with a session, in words; nothing when it is whole. */
export function problemsOf(session: RecordedSession): readonly string[] {
  const { texts, open, problems } = replay(session.events);
  const { final, tokens, parts = {} } = session.truth;
  const found = [...problems];
  for (const [uri, text] of Object.entries(final)) {
    const replayed = texts.get(uri);
    if (replayed !== text) {
      found.push(`${uri} ends as ${show(text)}, but its events give ${show(replayed)}`);
    }
  }
  for (const uri of open) {
    if (!(uri in final)) found.push(`${uri} is open at the end, but has no final text`);
  }
  for (const token of Object.keys(tokens)) {
    const isThere = Object.values(final).some((text) => placesOf(token, text).length !== 0);
    if (!isThere) found.push(`the token ${token} is in no final text`);
  }
  for (const [token, ranges] of Object.entries(parts)) {
    let end = 0;
    for (const [from, to] of ranges) {
      if (from !== end || to <= from) found.push(`the parts of ${token} leave a gap`);
      end = to;
    }
    if (end !== token.length || !(token in tokens)) found.push(`the parts of ${token} do not fit`);
  }
  if (!session.events.every(({ t }, idx) => (session.events[idx - 1]?.t ?? 0) <= t)) {
    found.push('the events are not in order of time');
  }
  return found;
}

/** Offsets at which the token stands as a word of its own. */
export function placesOf(token: string, text: string): readonly number[] {
  const places: number[] = [];
  for (let at = text.indexOf(token); 0 <= at; at = text.indexOf(token, at + 1)) {
    const isWord = ![text[at - 1], text[at + token.length]].some((char) =>
      /[\w$]/.test(char ?? ''),
    );
    if (isWord) places.push(at);
  }
  return places;
}

/** The texts that the events lead to: of documents as last seen, of other files as last written. */
function replay(events: readonly RecordedEvent[]): {
  readonly texts: ReadonlyMap<string, string>;
  readonly open: readonly string[];
  readonly problems: readonly string[];
} {
  const documents = new Map<string, { text: string; version: number; isOpen: boolean }>();
  const files = new Map<string, string>();
  const problems: string[] = [];
  for (const event of events) {
    switch (event.type) {
      case 'open':
        documents.set(event.uri, { text: event.text, version: event.version, isOpen: true });
        break;
      case 'change': {
        const document = documents.get(event.uri);
        if (document?.isOpen !== true) {
          problems.push(`${event.uri} changes at ${event.t} ms, but is not open`);
          break;
        }
        const nBefore = document.version;
        // The editor tells changes from the last to the first, so none moves another.
        for (const { offset, length, text } of event.changes) {
          document.text =
            document.text.slice(0, offset) + text + document.text.slice(offset + length);
        }
        document.version = event.version;
        if (event.version < nBefore) problems.push(`a version of ${event.uri} goes back`);
        break;
      }
      case 'close': {
        const document = documents.get(event.uri);
        if (document !== undefined) document.isOpen = false;
        break;
      }
      case 'disk':
        files.set(`file://${event.path}`, event.text);
        break;
      case 'rename':
      case 'save':
      case 'accepted':
      case 'pasting':
      case 'copying':
      case 'hook':
        break;
    }
  }
  const texts = new Map(files);
  for (const [uri, { text, isOpen }] of documents) {
    // A file that something outside wrote after its document was closed is what was written.
    if (isOpen || !files.has(uri)) texts.set(uri, text);
  }
  const open = [...documents.keys()].filter((uri) => documents.get(uri)?.isOpen === true);
  return { texts, open, problems };
}

function show(text: string | undefined): string {
  if (text === undefined) return 'nothing';
  return JSON.stringify(text.length < 400 ? text : `${text.slice(0, 400)}...`);
}
