/** More of them are not followed: the oldest say where a thread began, the newest what was answered. */
const MAX_REFERENCES = 50;
const MAX_LENGTH = 995; // RFC 5322 allows lines of 998 characters
const ID = /<[^<>\s]{1,995}>/g;

/** The first Message-ID of a header value, with its brackets; null without one. */
export function readMessageId(value: string | undefined): string | null {
  return readMessageIds(value)[0] ?? null;
}

/** All Message-IDs of a header value in their order, each once; some programs forget the brackets of the only one. */
export function readMessageIds(value: string | undefined): string[] {
  if (value === undefined) return [];
  const found = value.match(ID) ?? bare(value);
  const ids = [...new Set(found)];
  return ids.length <= MAX_REFERENCES ? ids : [ids[0]!, ...ids.slice(1 - MAX_REFERENCES)];
}

function bare(value: string): string[] {
  const only = value.trim();
  return /^[^<>\s@]+@[^<>\s@]+$/.test(only) && only.length < MAX_LENGTH ? [`<${only}>`] : [];
}

const OURS = /^<dangol\.([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})@/i;

/** The Message-ID of one of our messages: the same on every attempt, so that one which arrived twice is known to be one. */
export function ownMessageId(messageId: string, domain: string): string {
  return `<dangol.${messageId}@${domain}>`;
}

/** The id of our message that a Message-ID claims to be of; whether it is must be looked up. */
export function claimedMessage(messageId: string): string | null {
  return OURS.exec(messageId)?.[1]?.toLowerCase() ?? null;
}
