/** What the invented buyers write and are called; lengths are those of real inquiries. */
export const PREVIEWS: readonly string[] = [
  'Hello, we are a distributor of skin care in the region and would like your price list for 500 and 1,000 pieces, FOB Busan.',
  'Thank you for the quotation. Could you please confirm the lead time for 300 sets and whether our logo can be printed?',
  'We received the samples yesterday, the texture is very good. Our team asks for the full ingredient list before we decide.',
  'Is this the original product? Our customers ask for a certificate of authenticity with every batch.',
  'Please advise the MOQ for the 50 ml version and the shipping cost to our warehouse, we are in a hurry for the season.',
  'The last parcel arrived with six broken bottles, photos are attached. How would you like to handle this?',
  'Good day! Do you have CPNP registration for the serum? Without it we cannot sell in our country.',
  'We want to reorder the same items as in March, but with 20 % more of the cream. Can you keep the price?',
  'Could you make the packaging in our language? We can send the artwork this week.',
  'Payment was made this morning by T/T, the bank receipt is attached. Please prepare the goods.',
  'Our target price is 3.20 USD per piece for 2,000 pieces. Is there a way to reach it, perhaps with simpler packaging?',
  'When will the parcel leave? The tracking number does not show any movement since Friday.',
  'Hi, interested in your sun cream. Price?',
  'We are opening three new shops in autumn and look for a brand that supports displays and testers. Can we have a call?',
  'The colour of the tint does not match the picture, two of our customers returned it. What do you suggest?',
  'Dear team, please send the material safety data sheet and the customs code for the set, our broker needs both by Monday.',
];

export const SUBJECTS: readonly string[] = [
  'Inquiry about your price list',
  'Sample request: vitamin serum 30 ml',
  'Lead time for 500 sets',
  'Re: Quotation 2025-118',
  'Question about certificates',
  'Damaged goods in the last delivery',
  'Reorder of sheet masks',
  'Private label options',
];

export const NAMES: readonly string[] = [
  'Anna Kowalska',
  'Nguyen Thi Lan',
  'Maria Fernandez',
  'Dora Kiss',
  'Ahmed Al Farsi',
  'Sato Yuki',
  'Olena Shevchenko',
  'James Carter',
  'Priya Nair',
  'Siti Rahma',
  'Luca Bianchi',
  'Camille Laurent',
];

export const COMPANIES: readonly string[] = [
  'Glow Trading',
  'Lotus Beauty Import',
  'Casa de Piel',
  'Northern Skin Supply',
  'Al Noor Cosmetics',
  'Hanami Select',
  'Kyiv Beauty Box',
  'Pure & Simple Retail',
];

export const COUNTRIES: readonly string[] = ['PL', 'VN', 'MX', 'HU', 'AE', 'JP', 'UA', 'US', 'IN', 'ID', 'IT', 'FR'];

/** Channels of each workspace. */
export const CHANNELS: readonly { readonly name: string; readonly platform: string }[] = [
  { name: 'Alibaba', platform: 'alibaba' },
  { name: 'AliExpress', platform: 'aliexpress' },
  { name: 'E-mail', platform: 'email' },
  { name: 'Web shop', platform: 'web_form' },
];

/** Members of each workspace; the first one is who signs in. */
export const MEMBERS: readonly string[] = ['Kim Minjung', 'Park Jiho', 'Lee Soyeon', 'Choi Daniel', 'Jung Hana'];
