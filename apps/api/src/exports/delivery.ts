import { PassThrough, type TransformCallback } from 'node:stream';

/** A reader who takes nothing for so long is gone; the file holds a connection of the database meanwhile. */
const PATIENCE_MS = 120_000;

/** The way of a file to its reader; breaks off when the reader stops reading. */
export class Delivery extends PassThrough {
  private readonly patience: NodeJS.Timeout;

  constructor(patienceMs = PATIENCE_MS) {
    super();
    this.patience = setTimeout(() => this.destroy(new Error('Nobody read the file on')), patienceMs).unref();
    this.once('close', () => clearTimeout(this.patience));
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.patience.refresh();
    done(null, chunk);
  }
}
