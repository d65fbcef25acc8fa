import { Transform, type TransformCallback } from 'node:stream';

const ID_LENGTH = 36;

/**
 * Puts ids in place of others wherever they stand, also inside JSON and texts: a UUID means the same everywhere, and one is as
 * long as the other. Bytes are looked at as Latin-1, so that nothing else changes.
 */
export class ReplaceIds extends Transform {
  private readonly pattern: RegExp | null;
  private rest = '';

  constructor(private readonly ids: ReadonlyMap<string, string>) {
    super();
    this.pattern = ids.size > 0 ? new RegExp([...ids.keys()].join('|'), 'g') : null;
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    if (!this.pattern) return done(null, chunk);
    const text = this.replaced(this.rest + chunk.toString('latin1'));
    // An id may be cut by the end of the chunk.
    const whole = Math.max(0, text.length - (ID_LENGTH - 1));
    this.rest = text.slice(whole);
    done(null, Buffer.from(text.slice(0, whole), 'latin1'));
  }

  override _flush(done: TransformCallback): void {
    done(null, Buffer.from(this.rest, 'latin1'));
  }

  private replaced(text: string): string {
    return this.pattern ? text.replace(this.pattern, (id) => this.ids.get(id) ?? id) : text;
  }
}
