/** A question that nearly every export buyer asks, ready to become an entry of the knowledge base. */
export interface StarterQuestion {
  readonly key: string;
  /** Category of the entry: what the assistant files the buyer's question under. */
  readonly category: string;
  readonly title: string;
  readonly titleKo: string;
  /** How buyers put it; the first one marks the entry as the answer to this question. */
  readonly questions: readonly [string, ...string[]];
}

/** The start of an empty knowledge base, in the order in which buyers ask (requirement 001-78: shipping and returns policies). */
export const STARTER_QUESTIONS: readonly StarterQuestion[] = [
  {
    key: 'moq',
    category: 'moq',
    title: 'Minimum order quantity',
    titleKo: '최소 주문 수량',
    questions: ['What is your minimum order quantity?', 'What is the MOQ?', 'Can I order a smaller quantity first?'],
  },
  {
    key: 'price',
    category: 'price',
    title: 'Prices and quantity discounts',
    titleKo: '가격과 수량 할인',
    questions: [
      'What is your price?',
      'Can you send me a price list?',
      'Do you offer a discount for larger quantities?',
    ],
  },
  {
    key: 'sample',
    category: 'sample',
    title: 'Samples',
    titleKo: '샘플',
    questions: ['Can I get a sample?', 'Is the sample free?', 'Who pays the shipping of samples?'],
  },
  {
    key: 'lead_time',
    category: 'lead_time',
    title: 'Lead time',
    titleKo: '납기',
    questions: ['What is your lead time?', 'How long does production take?', 'When can you dispatch the order?'],
  },
  {
    key: 'shipping',
    category: 'shipping',
    title: 'Shipping policy',
    titleKo: '배송 정책',
    questions: [
      'What shipping methods do you offer?',
      'How much is the shipping cost?',
      'Which Incoterms do you work with?',
    ],
  },
  {
    key: 'payment',
    category: 'payment',
    title: 'Payment terms',
    titleKo: '결제 조건',
    questions: ['What are your payment terms?', 'Which payment methods do you accept?', 'Do you need a deposit?'],
  },
  {
    key: 'returns',
    category: 'returns',
    title: 'Returns and damage policy',
    titleKo: '반품·파손 정책',
    questions: [
      'What is your return policy?',
      'What happens if the goods arrive damaged?',
      'Can I return or exchange products?',
    ],
  },
  {
    key: 'cert',
    category: 'cert',
    title: 'Certificates',
    titleKo: '인증',
    questions: ['Which certificates do you have?', 'Can you send the test report?', 'Are your products certified?'],
  },
  {
    key: 'oem',
    category: 'oem',
    title: 'OEM and private label',
    titleKo: 'OEM·자체 상표',
    questions: ['Do you offer OEM or private label?', 'Can you print our logo?', 'Can you customise the packaging?'],
  },
  {
    key: 'company',
    category: 'company',
    title: 'About our company',
    titleKo: '회사 소개',
    questions: ['Are you a manufacturer or a trading company?', 'Where are you located?', 'Can I visit your factory?'],
  },
];
