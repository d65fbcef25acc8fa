import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DeleteObjectCommand, GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import type { S3Settings } from '../../config/file-variables.ts';
import {
  assertKey,
  type ByteRange,
  FileMissing,
  FileStore,
  FileStoreUnavailable,
  FileTooLarge,
  type KeptFile,
} from './file-store.ts';
import { MeasuredStream } from './measured-stream.ts';

const PART_BYTES = 8 * 1024 * 1024;

/**
 * Files in a bucket of an S3-compatible store. A long content goes up in parts; the store shows it when the last one is
 * confirmed, so that here too a key holds a whole content or none.
 */
export class S3FileStore extends FileStore {
  private readonly client: S3Client;
  private readonly bucket: string;

  constructor({ endpoint, region, bucket, accessKey, secretKey }: S3Settings) {
    super();
    this.bucket = bucket;
    this.client = new S3Client({
      region,
      credentials: { accessKeyId: accessKey, secretAccessKey: secretKey },
      // A store of one's own rarely has a name for each bucket, and not all of them know the newer checksums.
      ...(endpoint && { endpoint, forcePathStyle: true }),
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    });
  }

  async put(key: string, content: Readable, { maxBytes }: { maxBytes: number }): Promise<KeptFile> {
    const Key = assertKey(key);
    const measure = new MeasuredStream(maxBytes);
    const send = async (source: AsyncIterable<Buffer>): Promise<void> => {
      const params = { Bucket: this.bucket, Key, Body: Readable.from(source, { objectMode: false }) };
      await new Upload({ client: this.client, params, partSize: PART_BYTES, queueSize: 2 }).done();
    };
    try {
      await pipeline(content, measure, send);
    } catch (error) {
      throw error instanceof FileTooLarge || content.errored === error ? error : new FileStoreUnavailable(error);
    }
    return measure.measured();
  }

  async open(key: string, range?: ByteRange): Promise<Readable> {
    const Key = assertKey(key);
    const bytes = range && `bytes=${range.start}-${range.end ?? ''}`;
    try {
      const answer = await this.client.send(
        new GetObjectCommand({ Bucket: this.bucket, Key, ...(bytes && { Range: bytes }) }),
      );
      if (answer.Body instanceof Readable) return answer.Body;
      throw new TypeError('The store answered without a content');
    } catch (error) {
      throw nameOf(error) === 'NoSuchKey' ? new FileMissing(key) : new FileStoreUnavailable(error);
    }
  }

  async remove(key: string): Promise<void> {
    const Key = assertKey(key);
    try {
      await this.client.send(new DeleteObjectCommand({ Bucket: this.bucket, Key }));
    } catch (error) {
      throw new FileStoreUnavailable(error);
    }
  }

  override close(): void {
    this.client.destroy();
  }
}

function nameOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'name' in error ? String(error.name) : '';
}
