import type { PassThrough, Readable } from 'node:stream';
import { ZipFile } from 'yazl';

/** Little gain for much time above this. */
const COMPRESSION = 3;

/** A zip that is read while it is written: entries are made when their turn comes, one after the other. */
export class StreamedZip {
  /** The zip; breaks off with the error of an entry. */
  readonly output: PassThrough;
  private readonly zip = new ZipFile();

  constructor() {
    this.output = this.zip.outputStream as PassThrough; // it is one; its type says less
  }

  /** Adds an entry. `open` is called when those before it are through. */
  add(path: string, open: () => Promise<Readable>): void {
    this.zip.addReadStreamLazy(path, { compressionLevel: COMPRESSION }, (take) => {
      open().then(
        (stream) => {
          // yazl listens to no error of an entry and would wait for ever.
          stream.on('error', (error) => this.output.destroy(error));
          this.output.once('close', () => stream.destroy());
          take(null, stream);
        },
        (error: unknown) => this.output.destroy(error as Error),
      );
    });
  }

  /** Nothing more comes. */
  end(): void {
    this.zip.end();
  }
}
