/** Longest list of senders that a channel leaves out. */
export const MAX_EXCLUDED_SENDERS = 200;

/**
 * Senders that a channel leaves out, as they are stored and compared: an id, an address or `@domain`, lower case, each once, in
 * order. White space and invisible characters around them are dropped, and so is a `*` before a domain; empty entries vanish.
 */
export function tidyExcludedSenders(entered: readonly string[]): string[] {
  const tidied = entered.map((sender) =>
    sender
      .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
      .trim()
      .toLowerCase()
      .replace(/^\*@/, '@'),
  );
  return [...new Set(tidied.filter((sender) => sender !== '' && sender !== '@'))].toSorted();
}

/**
 * Whether a channel leaves a sender out: by the id that the channel gave it, by the whole address, or by the address's domain.
 * `@example.com` does not cover `@mail.example.com`: a platform's notices and its people often share a domain.
 */
export function isExcludedSender(
  excluded: readonly string[],
  sender: { readonly externalId: string; readonly email?: string | null | undefined },
): boolean {
  if (excluded.length === 0) return false;
  const addresses = [sender.externalId, sender.email ?? ''].map((name) => name.trim().toLowerCase());
  return addresses.some((name) => {
    const at = name.lastIndexOf('@');
    return excluded.includes(name) || (at >= 0 && excluded.includes(name.slice(at)));
  });
}
