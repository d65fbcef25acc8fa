import { takenBack } from './taken-back.ts';

test.each([
  [{ __typename: 'Announcement', state: 'DRAFT' as const }, 'takenBack', 'good'],
  [{ __typename: 'Announcement', state: 'SENT' as const }, 'takenBackPartly', 'good'],
  [{ __typename: 'AnnouncementNotOpen' }, 'tooLate', 'bad'],
])('%j is said as %s', (answer, text, tone) => expect(takenBack(answer)).toEqual({ text, tone }));
