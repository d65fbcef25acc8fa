import { createHash } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';

/** Passes bytes on, counting and hashing them. */
export class HashedStream extends Transform {
  bytes = 0;
  private readonly hash = createHash('sha256');
  private digest: string | null = null;

  /** `ended` hears of the whole before the end is passed on; what it throws breaks the stream. */
  constructor(private readonly ended: (stream: HashedStream) => void = () => undefined) {
    super();
  }

  /** SHA-256 of all bytes, hex; once they are through. */
  get sha256(): string {
    this.digest ??= this.hash.digest('hex');
    return this.digest;
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.bytes += chunk.length;
    this.hash.update(chunk);
    done(null, chunk);
  }

  override _flush(done: TransformCallback): void {
    try {
      this.ended(this);
      done();
    } catch (error) {
      done(error as Error);
    }
  }
}
