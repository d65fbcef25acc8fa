import { randomBytes } from 'node:crypto';

const MAX_BASE = 40;
const SUFFIX_BYTES = 3;
const FALLBACK = 'workspace';

/**
 * Names of a workspace for addresses, best first, without end. Letters outside ASCII are left out, never transliterated:
 * a guessed romanisation of a company's name is worse than a neutral word. What is left too short gets the neutral word.
 */
export function* slugCandidates(name: string, random: (bytes: number) => Buffer = randomBytes): Generator<string> {
  const ascii = name
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MAX_BASE)
    .replace(/^-+|-+$/g, '');
  const usable = /[a-z]/.test(ascii) && ascii.length >= 2;
  if (usable) yield ascii;
  for (;;) yield `${usable ? ascii : FALLBACK}-${random(SUFFIX_BYTES).toString('hex')}`;
}
