import { deliveryReason } from './delivery-reason.ts';

describe('deliveryReason', () => {
  it.each([
    ['The channel is paused.', { key: 'paused' }],
    ['This channel has no delivery address.', { key: 'noAddress' }],
    ['The channel did not answer within 10 s.', { key: 'timeout' }],
    ['The channel could not be reached.', { key: 'unreachable' }],
    ['The channel answered 503.', { key: 'answered', status: '503' }],
    ['Something else', { key: 'unknown' }],
    [null, { key: 'unknown' }],
  ])('%s', (problem, reason) => {
    expect(deliveryReason(problem)).toEqual(reason);
  });
});
