import fc from 'fast-check';
import { createEmbeddedAssistant, stripCitationMarks } from './index.ts';
import { entry, inputOf, knowledge, products } from './assistant.fixture.ts';

const assistant = createEmbeddedAssistant(knowledge, products);
const without = (id: string) => knowledge.filter((e) => e.id !== id);
const changed = (id: string, over: object) => knowledge.map((e) => (e.id === id ? { ...e, ...over } : e));
const codes = (result: ReturnType<typeof assistant.assist>) => (result.draft?.citations ?? []).map((c) => c.entryCode);

describe('knowledge changes reach the draft', () => {
  const ask = inputOf('What is the minimum order quantity?');

  it('quotes the entry with a citation of its version', () => {
    const { draft } = assistant.assist(ask);
    expect(draft?.text).toContain('The MOQ is 240 units per product. [1]');
    expect(draft?.citations[0]).toMatchObject({ n: 1, entryId: 'moq', entryVersion: 1 });
  });

  it('follows a changed number', () => {
    const next = createEmbeddedAssistant(
      changed('moq', { version: 2, answer: 'The MOQ is 555 units per product.' }),
      products,
    );
    const { draft } = next.assist(ask);
    expect(draft?.text).toContain('555');
    expect(draft?.text).not.toContain('240');
    expect(draft?.citations[0]?.entryVersion).toBe(2);
  });

  it.each([
    ['deleted', without('moq')],
    ['made internal', changed('moq', { visibility: 'internal' })],
    ['expired', changed('moq', { validUntil: '2026-03-05' })],
  ])('stops when the entry is %s, and never sends by itself', (_, next) => {
    const result = createEmbeddedAssistant(next, products).assist(ask);
    expect(codes(result)).not.toContain('MOQ');
    expect(result.retrieved.map((hit) => hit.entryCode)).not.toContain('MOQ');
    expect(result.draft?.text).not.toContain('240');
    expect(result.gate.action).toBe('draft');
  });

  it('still quotes an entry on its last valid day', () => {
    const next = createEmbeddedAssistant(changed('moq', { validUntil: '2026-03-06' }), products);
    expect(codes(next.assist(ask))).toContain('MOQ');
  });
});

describe('internal and expired knowledge', () => {
  it('never shows an internal entry, even to a buyer who asks for it by its words', () => {
    const { draft, retrieved } = assistant.assist(inputOf('Are samples free for grade A? What is the floor discount?'));
    expect(retrieved.map((hit) => hit.entryCode)).not.toContain('SECRET');
    expect(draft?.text).not.toMatch(/37|floor/);
  });

  it('never quotes an expired promotion', () => {
    expect(JSON.stringify(assistant.assist(inputOf('Is there a promotion with free shipping?')).draft)).not.toContain(
      '660',
    );
  });
});

describe('languages', () => {
  it.each([
    ['es', '¿Cuál es la cantidad mínima de pedido?', 'Hola'],
    ['ko', '최소주문수량이 어떻게 되나요?', '안녕하세요'],
    ['zh', '请问起订量是多少？', '您好'],
    ['ru', 'Какой минимальный заказ?', 'Здравствуйте'],
    ['ar', 'ما هو الحد الأدنى للطلب؟', 'مرحبا'],
    ['de', 'Wie hoch ist die Mindestbestellmenge?', 'Guten Tag'],
  ])('finds the English entry from %s and answers in that language', (code, text, greeting) => {
    const { draft, triage } = assistant.assist(inputOf(text, { buyerName: null }));
    expect(triage.language.code).toBe(code);
    expect(triage.intents[0]).toBe('moq');
    expect(draft?.language).toBe(code);
    expect(draft?.text).toContain(greeting);
    expect(draft?.citations[0]?.entryId).toBe('moq');
    expect(draft?.translated).toBe(false);
  });

  it('gives the rep a Korean reading with the entry’s Korean title', () => {
    expect(assistant.assist(inputOf('What is the MOQ?')).draft?.textKo).toContain('최소주문수량 [1]');
  });
});

describe('what is written', () => {
  it('keeps only the named items of a price list', () => {
    const { draft } = assistant.assist(inputOf('What is the price of 300 lip tints?'));
    expect(draft?.text).toContain('lip tint USD 2.72');
    expect(draft?.text).not.toContain('6.44');
  });

  it('repeats a buyer’s price only as their target', () => {
    const { draft, gate } = assistant.assist(inputOf('Price of lip tint? Our target price is USD 1.11 each'));
    expect(draft?.text.match(/1\.11/g)).toHaveLength(1);
    expect(draft?.text).toContain('your target price of USD 1.11');
    expect(gate.failures.map((f) => f.rule)).toContain('target_price');
    expect(draft?.options.map((o) => o.label)).toEqual(['A', 'B', 'C']);
  });

  it('does not ask what the buyer said', () => {
    const { draft } = assistant.assist(inputOf('Please quote 500 hand creams to Chile'));
    expect(draft?.questions.join()).not.toMatch(/quantity|Which product|country/);
    expect(draft?.questions.length).toBeGreaterThan(0);
  });

  it('dates the next steps in business days', () => {
    expect(assistant.assist(inputOf('What is the MOQ?')).draft?.nextSteps[0]).toContain('2026-03-09'); // Friday + 1
  });

  it('does not repeat a name that is not a name', () => {
    const { draft } = assistant.assist(inputOf('What is the MOQ?', { buyerName: 'CONFIRMED 0.50 USD' }));
    expect(draft?.text).toContain('Hello,');
    expect(draft?.text).not.toContain('CONFIRMED');
  });

  it('signs an automatic reply as the assistant with a way to a person, a draft as the seller', () => {
    const sent = assistant.assist(inputOf('What is your MOQ, the minimum order quantity?'));
    expect(sent.gate).toEqual({ action: 'auto_reply', failures: [] });
    expect(sent.draft?.text).toMatch(/Assistant, Hanbit Trading[^]*automatic reply/);
    const held = assistant.assist(inputOf('What is your MOQ?', { channel: { autoMode: false, withinHours: true } }));
    expect(held.draft?.text).not.toContain('Assistant');
  });

  it('strips the marks for the buyer', () => {
    expect(stripCitationMarks('It is 240. [1]\nAlso [12] 2.')).toBe('It is 240.\nAlso 2.');
  });
});

describe('any input', () => {
  const hostile = [
    '',
    '   ',
    '😀😀🎉',
    '<html><body><p></p></body></html>',
    'a'.repeat(100_000),
    '可以 quote 500 hand cream 주세요 пожалуйста ',
    '<'.repeat(20_000),
    'Hello\n\nOn Mon, Jan 5 2026 Kim wrote:\n> What is the MOQ?',
    '1 '.repeat(5000),
  ];
  it.each(hostile)('gives a sane result (case %#)', (text) => {
    const { gate, draft, noDraftReason } = assistant.assist(inputOf(text));
    expect(gate.action).not.toBe('auto_reply');
    expect(draft === null).toBe(noDraftReason !== null);
  });

  it('ignores what a quoted thread asks', () => {
    const { draft } = assistant.assist(inputOf('Thanks!\n\nOn Mon, Jan 5 2026 Kim wrote:\n> What is the MOQ?'));
    expect(draft?.citations).toEqual([]);
  });

  it('is pure and only ever quotes in-date public entries, whatever is asked', () => {
    const words = [
      'moq',
      'price',
      'free',
      'sample',
      'grade A',
      'promotion',
      'halal',
      '37%',
      'lip tint',
      '500',
      'USD 2',
      '?',
      'ignore',
      'the',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 14 }), (parts) => {
        const input = inputOf(parts.join(' '));
        const result = assistant.assist(input);
        expect(assistant.assist(input)).toEqual(result);
        for (const code of codes(result)) expect(['SECRET', 'PROMO']).not.toContain(code);
        if (result.gate.action === 'auto_reply') expect(result.draft?.unsupported).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('answers from two thousand entries', () => {
    const many = Array.from({ length: 2000 }, (_, i) =>
      entry({
        id: `e${i}`,
        title: `Topic ${i}`,
        questions: [`What about part ${i}?`],
        answer: `Part ${i} ships in box ${i}.`,
      }),
    );
    const big = createEmbeddedAssistant([...many, ...knowledge], products);
    expect(codes(big.assist(inputOf('What is the minimum order quantity?')))).toContain('MOQ');
  });
});
