import { createHash } from 'node:crypto';
import { z } from 'zod';

const externalId = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^\u0000-\u001F\u007F]+$/, 'control characters are not allowed in an id');
/** NUL cannot be stored in PostgreSQL text, and lone surrogates cannot be written as UTF-8: both are replaced, never refused. */
const wording = (max: number) =>
  z
    .string()
    .max(max)
    .overwrite((value) => value.replaceAll('\u0000', '\uFFFD').toWellFormed());

/** The body of `POST /channels/{key}/messages`: one message of one conversation, as the channel knows it. */
export const inboundMessageSchema = z.object({
  externalId: externalId.describe("The channel's id of the message; the same id never makes two messages"),
  sentAt: z.iso.datetime({ offset: true }).describe('Instant at which it was written, with offset'),
  direction: z
    .enum(['inbound', 'outbound'])
    .default('inbound')
    .describe("outbound: our reply in the channel's own app"),
  conversation: z.object({ externalId, subject: wording(500).optional() }),
  sender: z.object({
    externalId,
    name: wording(200).optional(),
    email: z.email().max(320).optional(),
    phone: wording(50).optional(),
    country: z
      .string()
      .regex(/^[A-Za-z]{2}$/)
      .optional()
      .describe('ISO 3166-1 alpha-2'),
    language: z
      .string()
      .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
      .optional(),
    platformLevel: z.enum(['L1', 'L2', 'L3', 'L4']).optional(),
    company: wording(200).optional(),
  }),
  text: wording(200_000),
  html: wording(400_000).optional(),
  attachments: z
    .array(
      z
        .object({
          name: wording(255),
          contentType: z.string().regex(/^[\w.+-]{1,60}\/[\w.+-]{1,60}$/),
          url: z
            .url({ protocol: /^https?$/ })
            .max(2000)
            .optional()
            .describe('Where the channel keeps it; not fetched'),
          base64: z
            .base64()
            .optional()
            .describe(
              'Kept here when its content is of a type that is kept (docs/api.md, Files); else the message names it as refused',
            ),
        })
        .refine((attachment) => (attachment.url === undefined) !== (attachment.base64 === undefined), {
          message: 'exactly one of url and base64 is needed',
        }),
    )
    .max(20)
    .optional(),
  product: z.object({ externalId, name: wording(300) }).optional(),
});

/** A delivery that passed the schema. `sender` of an outbound message is the buyer's side of the conversation. */
export type InboundMessageBody = z.infer<typeof inboundMessageSchema>;

export interface FieldProblem {
  path: string;
  rule: string;
  message: string;
}

export type ParsedInbound =
  | { ok: true; body: InboundMessageBody; contentHash: Buffer }
  | { ok: false; code: 'INVALID_JSON' | 'INVALID_BODY'; message: string; fields: FieldProblem[] };

/** Reads the raw bytes of a delivery. Unknown fields are ignored, so that a channel may add some without losing messages. */
export function parseInboundMessage(raw: Buffer): ParsedInbound {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(raw));
  } catch {
    return { ok: false, code: 'INVALID_JSON', message: 'The body is not JSON in UTF-8.', fields: [] };
  }
  const parsed = inboundMessageSchema.safeParse(json);
  if (parsed.success) return { ok: true, body: parsed.data, contentHash: hashContent(json) };
  const fields = parsed.error.issues.map((issue) => ({
    path: issue.path.join('.'),
    rule: issue.code,
    message: issue.message,
  }));
  const named = fields.map((field) => `${field.path || 'body'}: ${field.message}`).join('; ');
  return { ok: false, code: 'INVALID_BODY', message: `The message was kept but not understood: ${named}`, fields };
}

/** Hash of the content whatever the order of its keys or its white space: a retry that writes the same JSON anew is the same. */
export function hashContent(json: unknown): Buffer {
  return createHash('sha256')
    .update(JSON.stringify(sortKeys(json)))
    .digest();
}

/** The published JSON Schema of the body, made from the same definition that checks it. */
export function inboundMessageJsonSchema(): unknown {
  return z.toJSONSchema(inboundMessageSchema, { io: 'input', target: 'draft-2020-12', unrepresentable: 'any' });
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([key, inner]) => [key, sortKeys(inner)]),
  );
}
