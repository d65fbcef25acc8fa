/** Robertson and Zaragoza (2009), "The Probabilistic Relevance Framework: BM25 and Beyond", eq. 3.15; usual constants. */
const K1 = 1.2;
const B = 0.75;

/** An inverted index over documents given as token lists; token repeats are term frequencies. */
export class Bm25Index {
  private readonly postings = new Map<string, { doc: number; tf: number }[]>();
  private readonly norms: number[];
  private readonly count: number;

  constructor(documents: readonly (readonly string[])[]) {
    this.count = documents.length;
    const mean = documents.reduce((sum, tokens) => sum + tokens.length, 0) / (documents.length || 1) || 1;
    this.norms = documents.map((tokens) => K1 * (1 - B + (B * tokens.length) / mean));
    documents.forEach((tokens, doc) => {
      const frequencies = new Map<string, number>();
      for (const token of tokens) frequencies.set(token, (frequencies.get(token) ?? 0) + 1);
      for (const [token, tf] of frequencies) {
        const list = this.postings.get(token);
        if (list) list.push({ doc, tf });
        else this.postings.set(token, [{ doc, tf }]);
      }
    });
  }

  /** Inverse document frequency, never negative; a token no document holds is as rare as can be. */
  idf(token: string): number {
    const n = this.postings.get(token)?.length ?? 0;
    return Math.log(1 + (this.count - n + 0.5) / (n + 0.5));
  }

  has(token: string): boolean {
    return this.postings.has(token);
  }

  /** Scores of the documents that share a token with the query; a token counts once however often it is asked. */
  score(query: Iterable<string>): Map<number, number> {
    const scores = new Map<number, number>();
    for (const token of new Set(query)) {
      const idf = this.idf(token);
      for (const { doc, tf } of this.postings.get(token) ?? []) {
        const gain = (idf * tf * (K1 + 1)) / (tf + (this.norms[doc] ?? K1));
        scores.set(doc, (scores.get(doc) ?? 0) + gain);
      }
    }
    return scores;
  }
}
