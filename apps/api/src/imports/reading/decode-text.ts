import { TextDecoder } from 'node:util';
import { Cp949Decoder } from './cp949-decoder.ts';
import type { Encoding, OpenFile } from './layout.ts';
import type { TextEncoding } from './detect-encoding.ts';

/** A decoder of a stream; bytes that are no text become U+FFFD, which the readers of cells refuse. */
export function decoderOf(encoding: Encoding): TextDecoder | Cp949Decoder {
  return encoding === 'cp949' ? new Cp949Decoder() : new TextDecoder(encoding, { ignoreBOM: true });
}

/** The text of a file, piece by piece, without its byte order mark. */
export async function* decodeText(open: OpenFile, { encoding, bomBytes }: TextEncoding): AsyncGenerator<string> {
  const decoder = decoderOf(encoding);
  let skip = bomBytes;
  for await (const chunk of (await open()) as AsyncIterable<Buffer>) {
    const from = Math.min(skip, chunk.length);
    skip -= from;
    const text = decoder.decode(from === 0 ? chunk : chunk.subarray(from), { stream: true });
    if (text !== '') yield text;
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}
