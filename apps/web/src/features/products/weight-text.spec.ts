import { weightText } from './weight-text.ts';

const english = (value: number) => new Intl.NumberFormat('en').format(value);

it.each([
  [1, '1 g'],
  [999, '999 g'],
  [1000, '1 kg'],
  [1250, '1.25 kg'],
  [1_204_005, '1,204.005 kg'],
])('%d grams are %s', (grams, text) => expect(weightText(grams, english)).toBe(text));
