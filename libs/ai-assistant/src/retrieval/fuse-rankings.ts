export interface Ranking {
  scores: Map<number, number>;
  weight: number;
}

/** Cormack, Clarke and Büttcher (2009), "Reciprocal Rank Fusion"; smaller than their 60 because short lists are fused. */
const RANK_CONSTANT = 10;
const DEPTH = 40;

/** Reciprocal rank fusion of several rankings over the same documents, best first; ties keep document order. */
export function fuseRankings(rankings: readonly Ranking[]): { doc: number; score: number }[] {
  const fused = new Map<number, number>();
  for (const { scores, weight } of rankings) {
    const ranked = bestFew(scores);
    const best = ranked[0]?.[1] ?? 1;
    ranked.forEach(([doc, score], rank) => {
      // half by rank, half by how near the score is to the best: ranks alone forget a clear winner
      const gain = weight * (1 / (RANK_CONSTANT + rank) + score / best / RANK_CONSTANT);
      fused.set(doc, (fused.get(doc) ?? 0) + gain);
    });
  }
  return [...fused].map(([doc, score]) => ({ doc, score })).sort((a, b) => b.score - a.score || a.doc - b.doc);
}

/** The best DEPTH scores, best first, without sorting thousands of also-rans. */
function bestFew(scores: Map<number, number>): [number, number][] {
  let kept: [number, number][] = [];
  let floor = -Infinity;
  const trim = (): void => {
    kept.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    kept = kept.slice(0, DEPTH);
    floor = kept.length === DEPTH ? (kept[DEPTH - 1]?.[1] ?? floor) : floor;
  };
  for (const pair of scores) {
    if (pair[1] < floor) continue;
    kept.push(pair);
    if (kept.length > DEPTH * 4) trim();
  }
  trim();
  return kept;
}
