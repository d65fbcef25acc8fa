import { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';

/** What is still read of a refused body. */
const LEFTOVER_BYTES = 64 * 1024 * 1024;

/** The body as bytes; destroying it does not cut the connection, so that the sender can be told what was wrong. */
export function bodyOf({ raw }: FastifyRequest): Readable {
  return Readable.from(piecesOf(raw), { objectMode: false });
}

/** A loop of its own: an error thrown into the iterator itself would destroy the request, and with it the connection. */
async function* piecesOf(raw: FastifyRequest['raw']): AsyncGenerator<Buffer> {
  for await (const piece of raw.iterator({ destroyOnReturn: false })) yield piece as Buffer;
}

/** Reads and forgets what is left of a refused body, or its sender would see a broken connection; not without end. */
export function drain({ raw }: FastifyRequest): void {
  if (raw.complete) return;
  let left = LEFTOVER_BYTES;
  raw.on('data', (chunk: Buffer) => {
    left -= chunk.length;
    if (left < 0) raw.destroy();
  });
  raw.resume();
}
