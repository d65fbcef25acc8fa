import { tradeConcepts } from './concepts.ts';
import { splitSentences } from './split-sentences.ts';

/** More questions than this in one message is a list for a person. */
const MOST = 12;
const JOINT =
  /,\s|،\s|，|、|;\s|\b(?:and|und|y|e)\b|\s(?:и|а также|و)\s?(?=\S{3})|(?:\s(?:및|그리고)\s)|(?:하고|이랑)\s|(?<=[\p{Script=Hangul}]{2})[와과]\s/iu;

/** Separate questions of a message. A sentence is cut at a joint only if every piece speaks of some trade matter. */
export function splitQuestions(text: string): string[] {
  const questions: string[] = [];
  for (const sentence of splitSentences(text)) {
    const pieces = sentence
      .split(JOINT)
      .map((piece) => piece.trim())
      .filter(Boolean);
    const each = pieces.length > 1 && pieces.every((piece) => piece.length > 5 && tradeConcepts(piece).length > 0);
    questions.push(...(each ? pieces : [sentence]));
  }
  return questions.slice(0, MOST);
}
