import { z } from 'zod';

const server = z.object({
  host: z.string(),
  port: z.number().int(),
  security: z.enum(['tls', 'starttls', 'none']),
  user: z.string(),
});
const connection = z.object({
  address: z.string(),
  senderName: z.string().nullable(),
  imap: server,
  smtp: server,
  folder: z.string(),
});

/** A mail server, and the name to sign in with. */
export type MailServerSettings = z.infer<typeof server>;

/** How a mailbox is reached; `channels.mail` holds it. The password stands apart, sealed. */
export type MailConnectionSettings = z.infer<typeof connection>;

/** Reads what `channels.mail` holds. Throws when it is something else: only we write there. */
export function readMailConnection(stored: object | null): MailConnectionSettings {
  return connection.parse(stored);
}

/** The domain of an address, lower case. */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}
