import type { SampleStage } from '@dangol/crm';

/** A sample of the demo, in its own words. */
export interface SampleText {
  readonly item: string;
  readonly quantity: number;
  readonly goodsMinor: bigint;
  readonly courierMinor: bigint;
  readonly purpose: string;
  readonly successTest: string;
}

/** What the made-up seller sends; used in turn. Amounts in US cents. */
export const SAMPLE_TEXTS: readonly SampleText[] = [
  {
    ...{ item: 'Vitamin C serum 30 ml', quantity: 3, goodsMinor: 36_00n, courierMinor: 28_00n },
    ...{
      purpose: '현지 고객이 향과 흡수력을 좋아하는지 확인',
      successTest: '매장 테스터 10명 중 8명 이상이 재구매 의사',
    },
  },
  {
    ...{ item: 'Sun cream SPF50+ 50 ml', quantity: 5, goodsMinor: 42_50n, courierMinor: 31_00n },
    ...{ purpose: '백탁 없이 현지 피부톤에 맞는지 확인', successTest: '백탁 불만 0건, 2주 사용 후 발주 수량 회신' },
  },
  {
    ...{ item: 'Sheet mask set, 10 kinds', quantity: 10, goodsMinor: 25_00n, courierMinor: 22_00n },
    ...{ purpose: '열 가지 중 매대에 올릴 네 가지를 고름', successTest: '바이어가 네 가지를 골라 첫 주문 견적 요청' },
  },
  {
    ...{ item: 'Cushion foundation, 3 shades', quantity: 6, goodsMinor: 78_00n, courierMinor: 33_33n },
    ...{ purpose: '현지 호수(21·23·25)가 맞는지 확인', successTest: '판매원 평가 4점(5점 만점) 이상' },
  },
  {
    ...{ item: 'Snail cream 100 ml with private label', quantity: 2, goodsMinor: 33_33n, courierMinor: 26_00n },
    ...{ purpose: '자체 라벨 인쇄 품질 확인', successTest: '라벨 시안 승인 후 500개 발주' },
  },
];

/** What the growth gifts are. */
export const GIFT_TEXT: SampleText = {
  ...{ item: 'Testers and display stand', quantity: 1, goodsMinor: 55_00n, courierMinor: 38_00n },
  ...{ purpose: '단골 매장의 진열을 도와 판매를 늘림', successTest: '다음 분기 재주문 간격이 짧아짐' },
};

/** A sample that was requested before the team came to Dangol: days before now, how far it came, and why it ended. */
export interface PastSample {
  readonly daysAgo: number;
  readonly reached: SampleStage;
  /** Stages that it passed, before the last. */
  readonly through: readonly SampleStage[];
  readonly words?: string;
}

const TO_FEEDBACK = ['approved', 'sent', 'arrived'] as const;

/** Those that led to no order. */
export const PAST_SAMPLES: readonly PastSample[] = [
  { daysAgo: 141, through: [], reached: 'dropped', words: '수입 인증(CPNP) 비용 때문에 보류' },
  { daysAgo: 118, through: TO_FEEDBACK, reached: 'dropped', words: '향이 강하다는 의견, 무향 제품이 나오면 다시 연락' },
  { daysAgo: 96, through: TO_FEEDBACK, reached: 'feedback', words: '흡수력은 좋지만 용기가 약하다는 의견' },
  { daysAgo: 74, through: TO_FEEDBACK, reached: 'feedback', words: '10명 중 9명이 재구매 의사, 가격 협의 중' },
  { daysAgo: 52, through: ['approved', 'sent'], reached: 'arrived' },
  { daysAgo: 44, through: ['approved', 'sent'], reached: 'dropped', words: '통관에서 반송됨' },
];

/** A sample of the weeks that the demo plays: requested so many days ago, and how far it comes until today. */
export interface RecentSample {
  readonly daysAgo: number;
  readonly by: 'sua' | 'jiho';
  readonly to: SampleStage;
  readonly gift?: boolean;
  /** A share that the owner sets instead of the policy's, and why. */
  readonly override?: { readonly percent: number; readonly reason: string };
}

export const RECENT_SAMPLES: readonly RecentSample[] = [
  { daysAgo: 27, by: 'sua', to: 'feedback' },
  { daysAgo: 24, by: 'jiho', to: 'feedback' },
  { daysAgo: 21, by: 'sua', to: 'arrived', gift: true },
  { daysAgo: 18, by: 'jiho', to: 'arrived', override: { percent: 50, reason: '폴란드 첫 유통 채널이라 반씩 부담' } },
  { daysAgo: 14, by: 'sua', to: 'dropped' },
  { daysAgo: 12, by: 'jiho', to: 'sent' },
  { daysAgo: 9, by: 'sua', to: 'sent' },
  { daysAgo: 6, by: 'jiho', to: 'approved' },
  { daysAgo: 4, by: 'sua', to: 'approved' },
  { daysAgo: 2, by: 'jiho', to: 'requested' },
  { daysAgo: 1, by: 'sua', to: 'requested' },
];
