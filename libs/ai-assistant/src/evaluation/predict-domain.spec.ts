import { createEmbeddedAssistant } from '../index.ts';
import { knowledge, products } from '../assistant.fixture.ts';
import { assistInquiry, toPrediction } from './predict-domain.ts';

it('writes a row the scorer reads, with the dates of the next steps listed', () => {
  const assistant = createEmbeddedAssistant(knowledge, products);
  const row = toPrediction('x', assistInquiry(assistant, { id: 'x', channel: 'email', text: 'What is your MOQ?' }), 1);
  expect(row).toMatchObject({
    id: 'x',
    lang: 'en',
    spam: false,
    intent: 'moq',
    kb_ids: expect.arrayContaining(['MOQ']),
    draft: { citations: ['MOQ'], dates: ['2026-03-03', '2026-03-05'] },
  });
});
