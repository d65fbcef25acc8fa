const CYRILLIC = /^[\u0400-\u04ff]+$/;
const ARABIC = /^[\u0600-\u06ff]+$/;
const RUSSIAN_ENDING =
  /(?:иями|ями|ами|ого|его|ому|ему|ыми|ими|ах|ях|ов|ев|ей|ой|ый|ий|ая|яя|ое|ее|ые|ие|ую|юю|ом|ем|ам|ям|ых|их|ия|ию|ии|ет|ит|ут|ют|ть|а|я|о|е|ы|и|у|ю|ь|й)$/;

/** Light stem of one folded word: enough to join plural and case forms, never to join different words. */
export function stem(word: string): string {
  if (word.length < 4) return word;
  if (ARABIC.test(word)) return stemArabic(word);
  if (CYRILLIC.test(word)) return word.length > 4 ? word.replace(RUSSIAN_ENDING, '') : word;
  return stemLatin(word);
}

function stemArabic(word: string): string {
  const bare = word.replace(/^(?:وال|بال|لل|ال|و(?=.{4})|ب(?=.{4})|ل(?=.{4}))/, '');
  return bare.length > 3 ? bare.replace(/(?:ات|ين|ون|كم|نا|ها|ه)$/, '') : bare;
}

function stemLatin(word: string): string {
  if (/\d/.test(word)) return word;
  if (word.endsWith('ies') && word.length > 4) return word.slice(0, -3) + 'y';
  if (/(?:s|x|ch|sh)es$/.test(word)) return word.slice(0, -2);
  if (/[^su]s$/.test(word)) return dropE(word.slice(0, -1));
  if (word.endsWith('ing') && word.length > 5) return dropE(undouble(word.slice(0, -3)));
  if (word.endsWith('ed') && word.length > 4) return dropE(undouble(word.slice(0, -2)));
  return dropE(word);
}

const dropE = (word: string): string => (word.length > 3 && word.endsWith('e') ? word.slice(0, -1) : word);
const undouble = (word: string): string => word.replace(/([bdgmnprt])\1$/, '$1');
