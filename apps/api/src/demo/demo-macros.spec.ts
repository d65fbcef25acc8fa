import { asksForFiles, findUnknownVariable, variablesIn } from '@dangol/crm';
import { DEMO_MACROS } from './demo-macros.ts';

test('six macros with names of their own, of which one asks for files', () => {
  expect(new Set(DEMO_MACROS.map(({ name }) => name)).size).toBe(6);
  expect(DEMO_MACROS.filter((macro) => macro.asksForFiles)).toHaveLength(1);
});

test.each(DEMO_MACROS)('$name says the same in each language, with known variables', (macro) => {
  const { en, ko, es } = macro;
  expect(findUnknownVariable([en, ko, es])).toBeNull();
  expect(variablesIn(es)).toEqual(variablesIn(en));
  expect(asksForFiles([{ language: 'ko', text: ko }])).toBe(macro.asksForFiles ?? false);
  for (const variable of variablesIn(ko)) expect(variablesIn(en)).toContain(variable);
});
