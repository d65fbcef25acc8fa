import { loadResource } from '../load-resource.ts';
import { LinearModel, type Example } from './linear-model.ts';
import { messageFeatures } from './message-features.ts';

/** label -> language -> authored messages */
type Phrases = Record<string, Record<string, string[]>>;

export interface LabelScore {
  label: string;
  p: number;
}

/** Probabilities of the sixteen intents (summing to 1), of spam, and of each kind of spam. */
export interface MessageClass {
  intents: LabelScore[];
  spam: LabelScore[];
  spamP: number;
}

interface Trained {
  intents: { labels: string[]; model: LinearModel };
  spam: { labels: string[]; model: LinearModel };
}
let trained: Trained | null = null;

/** Trains once per process on the authored phrases; a few thousand short texts, well under a second. */
function models(): Trained {
  if (trained) return trained;
  const genuine = loadResource<Phrases>('intent-phrases');
  const spam = loadResource<Phrases>('spam-phrases');
  const ham: Phrases = { genuine: {} };
  for (const byLanguage of Object.values(genuine)) {
    for (const [language, texts] of Object.entries(byLanguage)) {
      ham.genuine![language] = [...(ham.genuine![language] ?? []), ...texts];
    }
  }
  trained = { intents: fit(genuine, 30), spam: fit({ ...ham, ...spam }, 30) };
  return trained;
}

function fit(phrases: Phrases, epochs: number): { labels: string[]; model: LinearModel } {
  const labels = Object.keys(phrases);
  const examples: Example[] = [];
  labels.forEach((name, label) => {
    for (const [language, texts] of Object.entries(phrases[name] ?? {})) {
      const known = new Set([language]);
      for (const text of texts) examples.push({ label, features: messageFeatures(text, known), weight: 1 });
    }
  });
  const model = new LinearModel(labels.length);
  model.train(examples, epochs, 1.2, 1e-5);
  return { labels, model };
}

/** Classifies one message or one sentence of it. */
export function classifyMessage(text: string, languages: ReadonlySet<string>): MessageClass {
  const { intents, spam } = models();
  const features = messageFeatures(text, languages);
  const score = ({ labels, model }: Trained['intents']): LabelScore[] => {
    const p = model.predict(features);
    return labels.map((label, i) => ({ label, p: p[i] as number })).sort((a, b) => b.p - a.p);
  };
  const kinds = score(spam);
  return {
    intents: score(intents),
    spam: kinds.filter((kind) => kind.label !== 'genuine'),
    spamP: 1 - (kinds.find((kind) => kind.label === 'genuine')?.p ?? 0),
  };
}
