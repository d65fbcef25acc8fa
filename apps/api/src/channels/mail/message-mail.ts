import { z } from 'zod';

const headers = z.object({
  messageId: z.string().nullable(),
  references: z.array(z.string()),
  from: z.string().nullable(),
  replyTo: z.string().nullable(),
  recipients: z.array(z.string()),
});

/** What a message keeps of its mail's headers (`messages.mail`): what threading and answering need. Addresses are lower case. */
export type MessageMail = z.infer<typeof headers>;

/** Reads what `messages.mail` holds; null for a message that was no mail. */
export function readMessageMail(stored: object | null): MessageMail | null {
  return stored === null ? null : headers.parse(stored);
}
