import { SaxesParser } from 'saxes';
import type { Readable } from 'node:stream';
import { UnreadableFile } from '../unreadable-file.ts';

/** What happens in an XML part; names come without their prefix. */
export interface XmlHandlers {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Text between two tags beyond which a part is no workbook's. */
const MAX_TEXT_BYTES = 32 * 1024 * 1024;

/**
 * Feeds a part to the handlers and yields after each piece of it, so that the caller can pass on what it has and the reading
 * waits meanwhile. A part that is no sound XML, or that declares a document type (no workbook does), is a broken file.
 */
export async function* readXml(part: Readable, handlers: XmlHandlers): AsyncGenerator<void> {
  const parser = new SaxesParser({ position: false });
  let quiet = 0;
  parser.on('opentag', (tag) => {
    quiet = 0;
    handlers.open?.(bare(tag.name), tag.attributes as Record<string, string>); // without `xmlns` they are plain texts
  });
  parser.on('closetag', (tag) => {
    quiet = 0;
    handlers.close?.(bare(tag.name));
  });
  parser.on('text', (text) => handlers.text?.(text));
  parser.on('cdata', (text) => handlers.text?.(text));
  parser.on('doctype', () => {
    throw new UnreadableFile('BROKEN_FILE');
  });
  const decoder = new TextDecoder('utf-8');
  try {
    for await (const chunk of part as AsyncIterable<Buffer>) {
      quiet += chunk.length;
      parser.write(decoder.decode(chunk, { stream: true }));
      if (quiet > MAX_TEXT_BYTES) throw new UnreadableFile('BROKEN_FILE');
      yield;
    }
    parser.write(decoder.decode());
    parser.close();
  } catch (cause) {
    if (cause instanceof UnreadableFile) throw cause;
    throw new UnreadableFile('BROKEN_FILE', {}, { cause });
  } finally {
    part.destroy();
  }
  yield;
}

/** Reads a whole part that the handlers keep. */
export async function readWholeXml(part: Readable | null, handlers: XmlHandlers): Promise<void> {
  if (!part) return;
  for await (const _ of readXml(part, handlers));
}

function bare(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
