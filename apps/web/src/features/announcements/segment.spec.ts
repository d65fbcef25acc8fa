import { FIRST_SEGMENT, filterOf, segmentOf } from './segment.ts';

test('a segment comes back from its stored filter as it was', () => {
  const segment = {
    search: 'fair',
    grades: ['A', 'C'],
    histories: ['none'],
    country: 'HU',
    silentDays: '60',
  } as const;
  expect(segmentOf('fair', JSON.parse(JSON.stringify(filterOf(segment))))).toEqual(segment);
  expect(segmentOf(null, filterOf(FIRST_SEGMENT))).toEqual(FIRST_SEGMENT);
});

test('what is not filtered is left out, and what the form does not know is dropped', () => {
  expect(filterOf({ ...FIRST_SEGMENT, histories: [] })).toEqual({});
  expect(segmentOf(null, { grade: ['X'], noContactDays: 7, stage: ['new'] })).toEqual({
    ...FIRST_SEGMENT,
    histories: [],
  });
  expect(segmentOf(null, null)).toEqual({ ...FIRST_SEGMENT, histories: [] });
});
