/** Words that name the form of a company, not the company. */
const FORMS = new Set(
  (
    'co company corp corporation inc incorporated ltd limited llc llp plc gmbh ag kg ug sa sas sarl srl spa bv nv oy ab as aps kft zrt bt doo dooel ooo oao zao pte pty pvt private ' +
    'group holding holdings trading trade international intl global import export imports exports the and of 주식회사 유한회사 주 (주) 株式会社 有限会社 有限公司 公司'
  ).split(' '),
);

/** From here on two names are taken for the same (bigram Dice coefficient; 1 is equal). */
export const SIMILAR_NAME = 0.6;

/** What is left of a name when case, accents, marks and the form of the company are taken away. */
export function plainName(name: string): string {
  const folded = name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase();
  const words = folded.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const own = words.filter((word) => !FORMS.has(word));
  return (own.length > 0 ? own : words).join(' ');
}

/**
 * How alike two names are, 0 to 1: the Dice coefficient of their bigrams (Dice 1945), after `plainName`. Symmetric; one
 * name that begins the other's words counts as similar ("Lumo" and "Lumo Cosmetics").
 */
export function nameSimilarity(one: string, other: string): number {
  const [a, b] = [plainName(one), plainName(other)];
  if (a === '' || b === '') return 0;
  if (a === b) return 1;
  if (beginsWords(a, b) || beginsWords(b, a)) return 0.9;
  const [left, right] = [bigrams(a), bigrams(b)];
  if (left.length === 0 || right.length === 0) return 0;
  const rest = [...right];
  let shared = 0;
  for (const pair of left) {
    const at = rest.indexOf(pair);
    if (at >= 0) {
      rest.splice(at, 1);
      shared += 1;
    }
  }
  return (2 * shared) / (left.length + right.length);
}

function beginsWords(short: string, long: string): boolean {
  return short.length >= 3 && long.startsWith(`${short} `);
}

function bigrams(text: string): string[] {
  const letters = [...text.replaceAll(' ', '')];
  return letters.slice(1).map((letter, i) => `${letters[i]}${letter}`);
}
