import type { GradeResult } from '@dangol/crm';
import type { GradeExplanation } from './grade.model.ts';

/** The stored answer of `gradeBuyer` as the screen reads it. */
export function explainGrade(result: GradeResult): GradeExplanation {
  return {
    score: result.score,
    computedGrade: result.grade,
    provisional: result.provisional,
    confidence: result.confidence,
    factors: result.factors.map(({ factor, points, max, facts }) => ({
      key: factor,
      points,
      max,
      known: facts.some(({ known }) => known),
      inputs: facts.map(({ fact, points: own, known, input, source, knownAtMs }) => ({
        key: fact,
        value: inputText(input),
        points: own,
        known,
        source,
        asOf: knownAtMs === null ? null : new Date(knownAtMs),
      })),
    })),
    deductions: result.deductions.map(({ reason, count, points }) => ({ key: reason, count, points })),
    missing: [...result.missing],
    rulesVersion: result.rulesVersion,
    currency: result.currency,
    computedAt: new Date(result.gradedAtMs),
    heldByHysteresis: result.grade !== result.scoreGrade && !result.provisional,
  };
}

function inputText(input: string | number | boolean | readonly string[] | null): string {
  if (input === null) return '';
  return Array.isArray(input) ? input.join(', ') : String(input);
}
