import { createHash } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';
import { FileTooLarge, type KeptFile } from './file-store.ts';

/** Lets bytes through, counts and hashes them, and fails as soon as there are more than `maxBytes`. */
export class MeasuredStream extends Transform {
  private readonly hash = createHash('sha256');
  private sizeBytes = 0;

  constructor(private readonly maxBytes: number) {
    super();
  }

  /** What has come through, once the stream has ended. */
  measured(): KeptFile {
    return { sizeBytes: this.sizeBytes, sha256: this.hash.digest() };
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.sizeBytes += chunk.length;
    if (this.sizeBytes > this.maxBytes) return done(new FileTooLarge(this.maxBytes));
    this.hash.update(chunk);
    done(null, chunk);
  }
}
