/** What an inquiry can be about: the intents of the assistant's triage (spec assistant), which a person may choose too. */
export const TOPICS = [
  'price_quote',
  'moq',
  'sample_request',
  'shipping',
  'lead_time',
  'oem_custom',
  'certification',
  'authenticity',
  'payment',
  'order_status',
  'order_change',
  'complaint_return',
  'product_info',
  'partnership',
  'company_info',
  'greeting_other',
] as const;

/** Code of a topic. */
export type Topic = (typeof TOPICS)[number];
