import fc from 'fast-check';
import { OPERATORS, conditions, needsValue } from './custom-conditions.ts';

const FIELD = '018f3a6e-0000-7000-8000-000000000001';
const field = conditions();

describe('conditions on custom fields in an address', () => {
  it('reads what it wrote, whatever the value holds', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc
            .record({
              fieldId: fc.constant(FIELD),
              operator: fc.constantFrom(...OPERATORS),
              value: fc.string({ minLength: 1, maxLength: 200, unit: 'grapheme-ascii' }),
            })
            .map((each) => ({ ...each, value: needsValue(each.operator) ? each.value : '' })),
          { minLength: 1, maxLength: 5 },
        ),
        (all) => {
          expect(field.read(field.write(all) ?? '')).toEqual(all);
        },
      ),
    ));

  it.each([
    'no-uuid~EQUALS~x',
    `${FIELD}~LIKE~x`,
    `${FIELD}~EQUALS~`,
    `${FIELD}~IS_SET~x`,
    `${FIELD}~EQUALS~%`,
    `${FIELD}~EQUALS~a~b`,
    Array.from({ length: 6 }, () => `${FIELD}~IS_SET~`).join(','),
  ])('refuses %j', (raw) => expect(field.read(raw)).toBeUndefined());

  it('writes nothing for none', () => expect(field.write([])).toBeNull());
});
