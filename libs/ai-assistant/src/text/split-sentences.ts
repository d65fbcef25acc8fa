/** Sentences of buyer or entry text. Decimals, `Alibaba.com` and list marks such as `1)` stay whole. */
export function splitSentences(text: string): string[] {
  return text
    .split(/(?<=[.!?…])\s+|(?<=[?!？؟。！；])|\n+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
}
