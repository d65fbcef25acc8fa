/** Language of a file: the caller's. */
export type Language = 'ko' | 'en';

/** One text in both languages. */
export type Words = Readonly<Record<Language, string>>;

/** A text in both languages. */
export const words = (ko: string, en: string): Words => ({ ko, en });

/** The words of the values of a column; the screens show the same ones (held together by a test against their catalogues). */
export type Wording = Readonly<Record<string, Words>>;

export const YES_NO = { yes: words('예', 'Yes'), no: words('아니요', 'No') };

export const STAGES: Wording = {
  new: words('신규', 'New'),
  qualified: words('검증됨', 'Qualified'),
  sampling: words('샘플', 'Sampling'),
  quoted: words('견적', 'Quoted'),
  first_order: words('첫 거래', 'First order'),
  repeat: words('재구매', 'Repeat'),
  dormant: words('휴면', 'Dormant'),
};

export const SAMPLE_STAGES: Wording = {
  requested: words('요청', 'Requested'),
  approved: words('승인', 'Approved'),
  sent: words('발송', 'Sent'),
  arrived: words('도착', 'Arrived'),
  feedback: words('의견 받음', 'Feedback'),
  converted: words('주문 전환', 'Converted'),
  dropped: words('중단', 'Dropped'),
};

export const SAMPLE_KINDS: Wording = {
  evaluation: words('제품 평가용', 'To evaluate the product'),
  growth: words('성장 지원 선물', 'Growth gift'),
};

export const ORDER_STATES: Wording = {
  DRAFT: words('작성 중', 'Draft'),
  PENDING_PAYMENT: words('결제전', 'Payment pending'),
  PAID: words('결제완료', 'Paid'),
  PREPARING: words('상품준비중', 'Preparing'),
  BACKORDERED: words('발주대기', 'Backordered'),
  READY_TO_SHIP: words('배송준비중', 'Ready to ship'),
  PARTIALLY_SHIPPED: words('부분배송', 'Partly shipped'),
  SHIPPED: words('배송중', 'Shipped'),
  DELIVERED: words('배송완료', 'Delivered'),
  COMPLETED: words('구매확정', 'Completed'),
  CLOSED: words('거래종료', 'Closed'),
  CANCELLED: words('취소', 'Cancelled'),
  EXPIRED: words('미입금취소', 'Expired'),
  REFUNDED: words('환불완료', 'Refunded'),
};

export const CONVERSATION_STATES: Wording = {
  waiting: words('답변 대기', 'Waiting'),
  answered: words('답변함', 'Answered'),
  declined: words('거절함', 'Declined'),
  spam: words('스팸', 'Spam'),
  closed: words('종료', 'Closed'),
};

export const PLATFORMS: Wording = {
  alibaba: words('알리바바', 'Alibaba.com'),
  aliexpress: words('알리익스프레스', 'AliExpress'),
  email: words('이메일', 'E-mail'),
  web_form: words('웹 문의 양식', 'Web form'),
  other: words('기타', 'Other'),
};

export const GOAL_COUNTED: Wording = {
  all: words('모든 바이어', 'All buyers'),
  ordered: words('주문한 바이어', 'Buyers who ordered'),
  repeat: words('다시 주문한 바이어', 'Repeat buyers'),
  platform_level: words('플랫폼 레벨이 있는 바이어', 'Buyers with a platform level'),
};

export const DIRECTIONS: Wording = {
  inbound: words('받음', 'Received'),
  outbound: words('보냄', 'Sent'),
  note: words('메모', 'Note'),
};

export const COMPANY_TYPES: Wording = {
  distributor: words('유통사', 'Distributor'),
  brand: words('브랜드', 'Brand'),
  chain: words('체인', 'Chain'),
  retailer: words('소매점', 'Retailer'),
  sideSeller: words('부업 셀러', 'Side seller'),
  other: words('기타', 'Other'),
};

export const PRODUCT_STATES: Wording = {
  draft: words('준비 중', 'Draft'),
  active: words('판매 중', 'Active'),
  discontinued: words('단종', 'Discontinued'),
};

export const MEMBER_STATES: Wording = {
  active: words('활동 중', 'Active'),
  removed: words('나감', 'Removed'),
};

export const ADJUSTMENT_KINDS: Wording = {
  order: words('주문', 'Order'),
  cancellation: words('취소분', 'Cancellation'),
  adjustment: words('조정', 'Adjustment'),
};

export const IMPORT_KINDS: Wording = {
  buyers: words('바이어', 'Buyers'),
  contacts: words('연락처', 'Contacts'),
  inquiries: words('문의', 'Inquiries'),
  orders: words('주문', 'Orders'),
  order_lines: words('주문 품목', 'Order lines'),
  products: words('상품', 'Products'),
  knowledge: words('지식', 'Knowledge'),
};

export const IMPORT_STATES: Wording = {
  reading: words('읽는 중', 'Reading'),
  mapping: words('열 맞추기', 'Matching columns'),
  checking: words('확인 중', 'Checking'),
  checked: words('확인 끝', 'Checked'),
  running: words('가져오는 중', 'Running'),
  done: words('완료', 'Done'),
  failed: words('실패', 'Failed'),
  cancelled: words('취소함', 'Cancelled'),
  undoing: words('되돌리는 중', 'Undoing'),
  undone: words('되돌림', 'Undone'),
};

export const ACTORS: Wording = {
  member: words('멤버', 'Member'),
  api_key: words('API 키', 'API key'),
  assistant: words('도우미', 'Assistant'),
  channel: words('채널', 'Channel'),
  system: words('시스템', 'System'),
};

export const DELIVERY_STATES: Wording = {
  failed: words('실패', 'Failed'),
  rejected: words('받지 않음', 'Rejected'),
};

export const VISIBILITY: Wording = {
  public: words('공개', 'Public'),
  internal: words('내부용', 'Internal'),
};

/** Roles that every workspace has; one of its own is shown as it is called. */
export const ROLES: Wording = {
  owner: words('소유자', 'Owner'),
  manager: words('관리자', 'Manager'),
  senior_rep: words('시니어 세일즈', 'Senior sales'),
  rep: words('세일즈', 'Sales'),
  ops: words('운영', 'Operations'),
  finance: words('재무', 'Finance'),
  viewer: words('열람자', 'Viewer'),
};
