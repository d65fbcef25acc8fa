import fc from 'fast-check';
import { asksForFiles, chooseMacroText, fillMacro } from './fill-macro.ts';
import { findUnknownVariable, MACRO_VARIABLES, putIn, variablesIn } from './macro-variables.ts';

const TEXTS = [
  { language: 'en', text: 'Dear {buyer.name}' },
  { language: 'ko', text: '{buyer.name}님' },
];

test.each([
  ['ko', 'ko'],
  ['ko-KR', 'ko'],
  ['KO_kr', 'ko'],
  ['de', 'en'],
  ['', 'en'],
  [null, 'en'],
])('a reader of %s gets the text in %s', (language, chosen) => {
  expect(chooseMacroText(TEXTS, language).language).toBe(chosen);
});

test('values are asked for in the language of the text that was chosen', () => {
  const asked: string[] = [];
  const valuesIn = (language: string) => {
    asked.push(language);
    return { 'buyer.name': language === 'ko' ? '루모' : 'Lumo' };
  };
  expect(fillMacro(TEXTS, 'fr', valuesIn)).toEqual({ language: 'en', text: 'Dear Lumo', missing: [] });
  expect(fillMacro(TEXTS, 'ko', valuesIn)).toEqual({ language: 'ko', text: '루모님', missing: [] });
  expect(asked).toEqual(['en', 'ko']);
});

test('a variable without a value stands as it is and is listed once; other braces are no variables', () => {
  expect(
    putIn('{buyer.name} {buyer.company} {buyer.company} {} { }', { 'buyer.name': ' ', 'buyer.company': null }),
  ).toEqual({ text: '{buyer.name} {buyer.company} {buyer.company} {} { }', missing: ['buyer.name', 'buyer.company'] });
});

test('what is put in is not read again', () => {
  expect(putIn('{ buyer.name }/{member.name}', { 'buyer.name': '{member.name} $&', 'member.name': 'Jiho' })).toEqual({
    text: '{member.name} $&/Jiho',
    missing: [],
  });
});

test.each([
  ['Hello {buyer.nme}', 'buyer.nme'],
  ['Hello { FOB Busan }', 'FOB Busan'],
  ['{buyer.name} {Buyer.name}', 'Buyer.name'],
  ['{buyer.name} {} { } { upload.link } {a\nb}', null],
])('%j: the unknown variable is %j', (text, unknown) => {
  expect(findUnknownVariable(['fine', text])).toBe(unknown);
});

test('a text with the place of a link asks for files', () => {
  expect(asksForFiles(TEXTS)).toBe(false);
  expect(asksForFiles([...TEXTS, { language: 'es', text: 'Suba aquí: { upload.link }' }])).toBe(true);
});

test('a text that is stored is filled without a hole: each variable was put in, or stands and is listed', () => {
  const piece = fc.oneof(
    fc.string({ maxLength: 8 }).map((text) => text.replace(/[{}]/g, '')),
    fc.constantFrom(...MACRO_VARIABLES.map((name) => `{${name}}`)),
  );
  const values = fc.dictionary(fc.constantFrom(...MACRO_VARIABLES), fc.constantFrom('Lumo', '', null));
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), values, (pieces, known) => {
      const text = pieces.join('');
      const filled = putIn(text, known);
      const wanted = variablesIn(text);
      expect(findUnknownVariable([text])).toBeNull();
      expect(variablesIn(filled.text).toSorted()).toEqual(filled.missing.toSorted());
      for (const variable of wanted) expect(filled.missing.includes(variable)).toBe(!known[variable]);
    }),
  );
});
