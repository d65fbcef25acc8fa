/** As the stored ones are: five messages a thread; and two threads a sender, so that buyers are new five times as often. */
export const PER_THREAD = 5;
const THREADS_PER_SENDER = 2;

const WORDS = [
  'Hello, we saw your listing of the hydrating sun stick and would like to stock it in our twelve shops.',
  'What is your MOQ for the first order, and can you print our logo on the box?',
  'Please tell us the lead time to Rotterdam by sea, and whether the price includes the certificates for the EU.',
  'We would also need samples before we decide; our courier account number is at hand.',
];

/** The body of message `index` of a round: what a marketplace sends, about 700 bytes. */
export function deliveryBody(round: string, index: number, messages: number): string {
  const thread = index % Math.ceil(messages / PER_THREAD);
  const sender = Math.floor(thread / THREADS_PER_SENDER);
  return JSON.stringify({
    externalId: `${round}-${index}`,
    sentAt: new Date().toISOString(),
    direction: 'inbound',
    conversation: { externalId: `${round}-thread-${thread}`, subject: 'Sun stick, 2,000 pcs' },
    sender: {
      externalId: `${round}-sender-${sender}`,
      name: `Buyer ${sender}`,
      company: `Company ${sender} GmbH`,
      country: 'DE',
      platformLevel: `L${1 + (sender % 4)}`,
    },
    text: WORDS.map((_, place) => WORDS[(index + place) % WORDS.length]).join(' '),
  });
}
