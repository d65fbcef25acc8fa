import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy, type BusboyFileStream, type BusboyHeaders } from '@fastify/busboy';
import type { FastifyRequest } from 'fastify';
import { FileTooLarge } from '../platform/files/file-store.ts';
import { MeasuredStream } from '../platform/files/measured-stream.ts';
import { bodyOf } from '../platform/http/request-body.ts';
import { UPLOAD_LIMITS } from './upload-limits.ts';
import { UploadRefused } from './upload-refused.error.ts';

/** What the form says beside its files, and what became of each file, in their order. */
export interface UploadForm<File> {
  readonly fields: ReadonlyMap<string, string>;
  readonly files: readonly File[];
}

/** The words and boundaries of a form around its files. */
const FRAME_BYTES = 1024 * 1024;

/**
 * Reads a form as it comes in, and gives each file away as soon as it begins. Ends when the form has ended and all files were
 * taken; at the first failure, or when the connection breaks, it stops and every file that is under way fails with it.
 */
export async function readUploadForm<File>(
  request: FastifyRequest,
  take: (name: string, content: Readable) => Promise<File>,
): Promise<UploadForm<File>> {
  const fields = new Map<string, string>();
  const underWay = new Set<BusboyFileStream>();
  const taken: Promise<File>[] = [];
  const stopped = Promise.withResolvers<never>();
  stopped.promise.catch(() => undefined); // somebody may stop after the race below is over
  const form = formOf(request);
  form.on('field', (name: string, value: string) => fields.set(name, value));
  form.on('filesLimit', () => stopped.reject(new UploadRefused('TOO_MANY_FILES')));
  form.on('file', (_field: string, stream: BusboyFileStream, name: string | undefined) => {
    if (!name) return void stream.resume(); // a browser sends one nameless empty file when none was chosen
    underWay.add(stream);
    const one = take(name, Readable.from(stream, { objectMode: false })).finally(() => underWay.delete(stream));
    one.catch(stopped.reject);
    taken.push(one);
  });
  const body = bodyOf(request);
  const whole = new MeasuredStream(UPLOAD_LIMITS.bytes + FRAME_BYTES);
  try {
    await Promise.race([pipeline(body, whole, form), stopped.promise]);
    return { fields, files: await Promise.all(taken) };
  } catch (error) {
    body.destroy();
    for (const stream of underWay) stream.destroy(new Error('The form was given up'));
    await Promise.allSettled(taken);
    throw refusalOf(error);
  }
}

function formOf({ headers }: FastifyRequest) {
  try {
    return new Busboy({
      headers: headers as BusboyHeaders,
      limits: {
        files: UPLOAD_LIMITS.files,
        fields: 10,
        fieldSize: UPLOAD_LIMITS.noteLength * 4,
        parts: UPLOAD_LIMITS.files + 10,
        headerPairs: 20,
        headerSize: 8 * 1024,
      },
    });
  } catch {
    throw new UploadRefused('BAD_FORM'); // no form, or one without a boundary
  }
}

function refusalOf(error: unknown): unknown {
  if (error instanceof FileTooLarge) return new UploadRefused('TOO_LARGE_TOGETHER'); // of one file it is said where it is put
  const said = error instanceof Error ? error.message : '';
  return /^(Unexpected end of multipart|Part terminated early|Malformed)/.test(said)
    ? new UploadRefused('BAD_FORM')
    : error;
}
