import { SaxesParser } from 'saxes';

/** An element of an XML text, at its end: what it is called, is in, and holds. */
export interface XmlElement {
  readonly name: string;
  /** Names of the elements around it, the outermost first. */
  readonly around: readonly string[];
  readonly attributes: Readonly<Record<string, string>>;
  /** The text directly in it, trimmed. */
  readonly text: string;
  /** The texts of the elements directly in it, by name; the first of each. */
  readonly fields: ReadonlyMap<string, string>;
  /** Half-open range of UTF-16 offsets, from its `<` on. */
  readonly start: number;
  readonly end: number;
}

export interface XmlReading {
  readonly elements: readonly XmlElement[];
  /** Offset of the first fault. */
  readonly fault: number | undefined;
}

interface Open {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly fields: Map<string, string>;
  readonly start: number;
  text: string;
}

/** Nested deeper than this is nobody's manifest. */
const MAX_DEPTH = 100;

/** Reads any text as XML, as far as it is. Entities are not followed, nothing is fetched. */
export function readXml(text: string): XmlReading {
  const elements: XmlElement[] = [];
  const open: Open[] = [];
  let fault: number | undefined;
  let tagStart = 0;
  const parser = new SaxesParser({ position: true });
  parser.on('error', () => {
    fault ??= parser.position;
  });
  parser.on('opentagstart', ({ name }) => {
    tagStart = text.lastIndexOf(`<${name}`, parser.position);
  });
  parser.on('opentag', ({ name, attributes }) => {
    const start = Math.max(0, tagStart);
    open.push({ name, attributes: plain(attributes), fields: new Map(), start, text: '' });
  });
  const addText = (piece: string): void => {
    const inner = open.at(-1);
    if (inner) inner.text += piece;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const one = open.pop();
    if (!one || MAX_DEPTH < open.length) return;
    const parent = open.at(-1);
    if (parent && !parent.fields.has(one.name)) parent.fields.set(one.name, one.text.trim());
    elements.push({
      name: one.name,
      around: open.map(({ name }) => name),
      attributes: one.attributes,
      text: one.text.trim(),
      fields: one.fields,
      start: one.start,
      end: parser.position,
    });
  });
  try {
    parser.write(text).close();
  } catch {
    // The handler above takes every fault; what is thrown besides ends the reading here.
    fault ??= parser.position;
  }
  return { elements, fault };
}

function plain(attributes: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(attributes).flatMap(([key, value]) =>
      typeof value === 'string' ? [[key, value]] : [],
    ),
  );
}
