/** What the answer to taking an announcement back says. */
interface Answer {
  readonly __typename: string;
  readonly state?: 'DRAFT' | 'SENT';
}

/** The text and the tone to say it in: all is back, a part of it had left, or everything has. */
export function takenBack({ __typename, state }: Answer) {
  if (__typename !== 'Announcement') return { text: 'tooLate', tone: 'bad' } as const;
  return { text: state === 'DRAFT' ? 'takenBack' : 'takenBackPartly', tone: 'good' } as const;
}
