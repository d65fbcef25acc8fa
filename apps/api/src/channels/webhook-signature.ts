import { createHmac, timingSafeEqual } from 'node:crypto';

/** Oldest and newest timestamp a delivery may carry, against a replay of a recorded request: five minutes either way. */
export const SIGNATURE_TOLERANCE_SECONDS = 300;

export type SignatureProblem =
  'TIMESTAMP_MISSING' | 'TIMESTAMP_OUT_OF_RANGE' | 'SIGNATURE_MISSING' | 'SIGNATURE_MISMATCH';

/** Signs a webhook body: `v1=hex(HMAC-SHA256(secret, timestamp + "." + body))`, `timestamp` in Unix seconds. */
export function signWebhook(secret: string, timestamp: string, body: Buffer | string): string {
  return `v1=${createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest('hex')}`;
}

/** Checks the two headers of a delivery against the raw body; null when they are right. */
export function checkWebhookSignature(
  secret: string,
  headers: { timestamp: string | undefined; signature: string | undefined },
  body: Buffer,
  now: Date,
): SignatureProblem | null {
  if (!headers.timestamp || !/^\d{1,12}$/.test(headers.timestamp)) return 'TIMESTAMP_MISSING';
  if (Math.abs(now.getTime() / 1000 - Number(headers.timestamp)) > SIGNATURE_TOLERANCE_SECONDS)
    return 'TIMESTAMP_OUT_OF_RANGE';
  if (!headers.signature) return 'SIGNATURE_MISSING';
  const expected = Buffer.from(signWebhook(secret, headers.timestamp, body));
  const offered = Buffer.from(headers.signature.trim());
  return expected.length === offered.length && timingSafeEqual(expected, offered) ? null : 'SIGNATURE_MISMATCH';
}
