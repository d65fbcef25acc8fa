import { Readable } from 'node:stream';

/** The first bytes of a content (fewer when it is shorter), and the whole content to be read from its beginning. */
export async function readHead(content: Readable, bytes: number): Promise<{ head: Buffer; whole: Readable }> {
  const pieces = content[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  const read: Buffer[] = [];
  for (let length = 0; length < bytes;) {
    const next = await pieces.next();
    if (next.done) break;
    read.push(next.value);
    length += next.value.length;
  }
  const start = Buffer.concat(read);
  return { head: start.subarray(0, bytes), whole: Readable.from(joined(start, pieces), { objectMode: false }) };
}

async function* joined(start: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  try {
    if (start.length > 0) yield start;
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}
