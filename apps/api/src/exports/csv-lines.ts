import { Transform, type TransformCallback } from 'node:stream';
import { csvLine, guardedText } from './csv-cell.ts';

const QUOTE = 0x22;
const LINE_FEED = 0x0a;
const MARK = '\uFEFF';

/**
 * The server's CSV as spreadsheets want it: led by the mark that tells Excel it is UTF-8, and by the headers; lines end with
 * CRLF. Line breaks inside quoted cells stay as they are. Counts the rows that pass.
 */
export class CsvLines extends Transform {
  rows = 0;
  private quoted = false;

  /** `ended` runs before the last byte is passed on: when it fails, so does the file. */
  constructor(
    headers: readonly string[],
    private readonly ended: (rows: number) => Promise<void> = async () => undefined,
  ) {
    super();
    this.push(`${MARK}${csvLine(headers.map(guardedText))}`); // fields that the workspace named itself are among them
  }

  override _flush(done: TransformCallback): void {
    this.ended(this.rows).then(() => done(), done);
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    let ends = 0;
    let { quoted } = this;
    const length = chunk.length;
    // Room for the case that every byte ends a line would be twice the size; most chunks need a few bytes more.
    for (let at = 0; at < length; at += 1) {
      const byte = chunk[at];
      if (byte === QUOTE) quoted = !quoted;
      else if (byte === LINE_FEED && !quoted) ends += 1;
    }
    const written = Buffer.allocUnsafe(length + ends);
    let from = 0;
    let to = 0;
    ({ quoted } = this);
    for (let at = 0; at < length; at += 1) {
      const byte = chunk[at];
      if (byte === QUOTE) quoted = !quoted;
      else if (byte === LINE_FEED && !quoted) {
        to += chunk.copy(written, to, from, at);
        written[to] = 0x0d;
        to += 1;
        from = at;
      }
    }
    chunk.copy(written, to, from, length);
    this.quoted = quoted;
    this.rows += ends;
    done(null, written);
  }
}
