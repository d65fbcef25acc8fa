import { inboxScale } from './inbox-scale.ts';

it('has the rows of the issue at its own size', () => {
  expect(inboxScale(200_000)).toEqual({ workspaces: 10, conversations: 200_000, messages: 1_000_000, buyers: 20_000 });
});

it('rounds up to what can be divided', () => {
  expect(inboxScale(1)).toEqual({ workspaces: 10, conversations: 500, messages: 2_500, buyers: 50 });
  expect(inboxScale(20_001).conversations).toBe(20_500);
});
