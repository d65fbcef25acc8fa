/** Sparse features of one text: hashed index and value. */
export interface Features {
  index: Int32Array;
  value: Float32Array;
}

export const BUCKETS = 1 << 16;

/** FNV-1a, 32 bit, folded to the number of buckets. */
export function hashFeature(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash ^ (hash >>> 16)) & (BUCKETS - 1);
}

export interface Example {
  label: number;
  features: Features;
  weight: number;
}

/** Multinomial logistic regression, trained by stochastic gradient descent in a fixed order (so: deterministic). */
export class LinearModel {
  private readonly weights: Float32Array;
  private readonly bias: Float32Array;
  private readonly labels: number;

  constructor(labels: number) {
    this.labels = labels;
    this.weights = new Float32Array(labels * BUCKETS);
    this.bias = new Float32Array(labels);
  }

  train(examples: readonly Example[], epochs: number, rate: number, decay: number): void {
    for (let epoch = 0; epoch < epochs; epoch++) {
      const step = rate / (1 + epoch * 0.25);
      for (let k = 0; k < examples.length; k++) {
        // a stride coprime with most lengths visits every example once per epoch, classes interleaved
        const example = examples[(k * 7919 + epoch) % examples.length] as Example;
        this.learn(example, step, decay);
      }
    }
  }

  private learn({ label, features, weight }: Example, step: number, decay: number): void {
    const { labels, weights } = this;
    const gradient = this.predict(features);
    for (let c = 0; c < labels; c++) {
      gradient[c] = ((c === label ? 1 : 0) - (gradient[c] as number)) * step * weight;
      this.bias[c] = (this.bias[c] as number) + (gradient[c] as number) * 0.1;
    }
    for (let i = 0; i < features.index.length; i++) {
      const base = (features.index[i] as number) * labels;
      const value = features.value[i] as number;
      for (let c = 0; c < labels; c++) {
        const old = weights[base + c] as number;
        weights[base + c] = old + (gradient[c] as number) * value - step * decay * old;
      }
    }
  }

  /** Probability of each label. */
  predict(features: Features): Float64Array {
    const { labels, weights } = this;
    const p = Float64Array.from(this.bias);
    for (let i = 0; i < features.index.length; i++) {
      const base = (features.index[i] as number) * labels; // the labels of one feature lie together: one cache line or two
      const value = features.value[i] as number;
      for (let c = 0; c < labels; c++) p[c] = (p[c] as number) + (weights[base + c] as number) * value;
    }
    const top = Math.max(...p);
    let total = 0;
    for (let c = 0; c < labels; c++) total += p[c] = Math.exp((p[c] as number) - top);
    for (let c = 0; c < labels; c++) p[c] = (p[c] as number) / total;
    return p;
  }
}
