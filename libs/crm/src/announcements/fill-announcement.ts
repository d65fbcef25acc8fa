/** What stands for a buyer in the text of an announcement. */
export interface AnnouncementWords {
  /** How the buyer is addressed. */
  readonly name: string;
  /** The announced products as the buyer is told them, in order. */
  readonly products: readonly string[];
}

/** Longest text for one buyer, characters: what a message may have. */
export const MAX_ANNOUNCEMENT_TEXT = 50_000;

/** Replaces `{name}` and `{products}`; other braces stay as they were typed. */
export function fillAnnouncement(text: string, { name, products }: AnnouncementWords): string {
  return text
    .replace(/\{(name|products)\}/g, (_, word: string) => (word === 'name' ? name : products.join(', ')))
    .slice(0, MAX_ANNOUNCEMENT_TEXT);
}
