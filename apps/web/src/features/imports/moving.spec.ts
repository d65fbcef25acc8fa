import { isMoving, shareDone } from './moving.ts';

describe('shareDone', () => {
  it('is unknown until the rows are counted', () => {
    expect(shareDone({ totalRows: null, doneRows: 12 })).toBeNull();
    expect(shareDone({ totalRows: 0, doneRows: 0 })).toBeNull();
  });
  it('never passes the whole', () => {
    expect(shareDone({ totalRows: 200, doneRows: 50 })).toBe(0.25);
    expect(shareDone({ totalRows: 200, doneRows: 201 })).toBe(1);
  });
});

it('rests where a person decides, or where it ended', () => {
  expect(isMoving('RUNNING')).toBe(true);
  for (const status of ['MAPPING', 'CHECKED', 'DONE', 'FAILED', 'CANCELLED', 'UNDONE'] as const)
    expect(isMoving(status)).toBe(false);
});
