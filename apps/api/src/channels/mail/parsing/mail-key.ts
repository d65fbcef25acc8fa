import { createHash } from 'node:crypto';
import { bodyStart, readMailIdentity } from './parse-mail.ts';

/** Headers that each way of delivery writes anew. */
const TRACE =
  /^(received|return-path|delivered-to|x-[\w-]+|authentication-results|arc-[\w-]+|dkim-signature|envelope-to)$/i;

/**
 * By what a mail is known again, however often it comes: sender and Message-ID together, because two senders may use one
 * Message-ID; for a mail without one, what it says. `contentHash` is of the bytes.
 */
export async function mailKey(raw: Buffer): Promise<{ externalId: string; contentHash: Buffer }> {
  const { from, messageId } = await readMailIdentity(raw);
  const contentHash = createHash('sha256').update(raw).digest();
  const key = createHash('sha256');
  if (messageId !== null) key.update(`id\n${from ?? ''}\n${messageId}`);
  else
    key
      .update('content\n')
      .update(lastingHeaders(raw))
      .update(raw.subarray(bodyStart(raw)));
  return { externalId: `mail:${key.digest('hex')}`, contentHash };
}

/** The headers that the sender wrote. */
function lastingHeaders(raw: Buffer): string {
  const head = raw.subarray(0, bodyStart(raw)).toString('latin1');
  return head
    .replaceAll('\r\n', '\n')
    .split(/\n(?![ \t])/)
    .filter((line) => !TRACE.test(line.slice(0, Math.max(0, line.indexOf(':'))).trim()))
    .join('\n')
    .trim();
}
