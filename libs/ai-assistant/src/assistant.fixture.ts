import type { AssistantInput, KnowledgeEntry, ProductName } from './assistant.types.ts';

/** A small made-up knowledge base for specs; nothing here is copied from the evaluation data. */
export const entry = (over: Partial<KnowledgeEntry> & { id: string }): KnowledgeEntry => ({
  code: over.id.toUpperCase(),
  version: 1,
  category: 'shipping',
  visibility: 'public',
  autoReply: true,
  validUntil: null,
  title: 'Untitled',
  titleKo: null,
  questions: [],
  answer: '',
  language: 'en',
  ...over,
});

export const knowledge: KnowledgeEntry[] = [
  entry({
    id: 'moq',
    category: 'moq',
    title: 'Minimum order quantity',
    titleKo: '최소주문수량',
    questions: ['What is your MOQ?', 'Minimum order'],
    answer: 'The MOQ is 240 units per product.',
  }),
  entry({
    id: 'pay',
    category: 'payment',
    title: 'Payment methods',
    titleKo: '결제 방법',
    questions: ['How can I pay?', 'Do you accept PayPal or card?'],
    answer: 'We accept bank transfer and PayPal up to USD 700.',
  }),
  entry({
    id: 'halal',
    category: 'cert',
    title: 'Halal certificate',
    titleKo: '할랄 인증',
    questions: ['Do you have a halal certificate?'],
    answer: 'Seven products carry a KMF halal certificate.',
  }),
  entry({
    id: 'samples',
    category: 'sample',
    title: 'Sample policy and cost',
    titleKo: '샘플 정책',
    questions: ['Can I get samples?', 'How much is a sample?'],
    answer: 'A sample costs USD 9 and the courier fee is paid by the buyer.',
  }),
  entry({
    id: 'secret',
    category: 'sample',
    visibility: 'internal',
    autoReply: false,
    title: 'Sample support by grade',
    questions: ['Are samples free for grade A?', 'Sample cost by grade'],
    answer: 'Grade A buyers get samples free; floor discount is 37%.',
  }),
  entry({
    id: 'promo',
    category: 'price',
    validUntil: '2026-01-31',
    title: 'Spring promotion',
    questions: ['Is there a promotion?'],
    answer: 'Free shipping above USD 660 until 31 January.',
  }),
  entry({
    id: 'damage',
    category: 'returns',
    autoReply: false,
    title: 'Damaged goods',
    questions: ['The goods arrived broken'],
    answer: 'Report damage within 6 days with photos.',
  }),
  entry({
    id: 'prices',
    category: 'price',
    title: 'FOB list prices',
    titleKo: '단가표',
    questions: ['What is the price?', 'Price list'],
    answer: 'FOB list prices: hand cream USD 1.91; lip tint USD 2.72; toner pad USD 5.13; cushion USD 6.44.',
  }),
];

export const products: ProductName[] = [
  { slug: 'hand_cream', names: { en: 'hand cream 50 ml', ko: '핸드크림' } },
  { slug: 'lip_tint', names: { en: 'lip tint 4 g', ko: '립틴트' } },
  { slug: 'toner_pad', names: { en: 'toner pad 70 pads', ko: '토너패드' } },
];

/** An input with every circumstance in favour of an automatic reply. */
export const inputOf = (text: string, over: Partial<AssistantInput> = {}): AssistantInput => ({
  messageId: 'm1',
  channelKind: 'email',
  text,
  subject: null,
  buyerName: 'Ana Ruiz',
  sellerName: 'Hanbit Trading',
  automatedSender: false,
  asOf: '2026-03-06',
  thread: { humanReplied: false, autoRepliesToday: 0 },
  channel: { autoMode: true, withinHours: true },
  policy: { killSwitch: false, reviewedDrafts: 80, answerThreshold: 0.6, autoGrades: ['A', 'B', 'C'] },
  buyer: { grade: 'B', openDispute: false },
  ...over,
});
