import type { AssistResult, Citation, Draft, Gate, Triage } from '@dangol/ai-assistant';

/** Column `content` of a draft: what stands beside the text. */
export interface StoredDraftContent {
  citations: Citation[];
  unsupported: string[];
  missing: string[];
  options: Draft['options'];
  questions: string[];
  nextSteps: string[];
  translated: boolean;
  retrieved: AssistResult['retrieved'];
}

/** Columns of a draft that come from the engine's answer. */
export function storedColumns(result: AssistResult): {
  language: string | null;
  text: string | null;
  textKo: string | null;
  content: StoredDraftContent;
  triage: Triage;
  gate: Gate;
  engine: string;
  engineVersion: string;
} {
  const { draft } = result;
  return {
    language: draft?.language ?? null,
    text: draft?.text ?? null,
    textKo: draft?.textKo ?? null,
    content: {
      citations: draft?.citations ?? [],
      unsupported: draft?.unsupported ?? [],
      missing: draft?.missing ?? [],
      options: draft?.options ?? [],
      questions: draft?.questions ?? [],
      nextSteps: draft?.nextSteps ?? [],
      translated: draft?.translated ?? true,
      retrieved: result.retrieved,
    },
    triage: result.triage,
    gate: result.gate,
    engine: result.engine,
    engineVersion: result.engineVersion,
  };
}
