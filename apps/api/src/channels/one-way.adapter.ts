import type { ChannelAdapter } from './channel-adapter.ts';

/** A channel that only brings something in. Replies to it are refused before they are queued; this is for one that was. */
export function oneWayAdapter(problem: string): ChannelAdapter {
  return {
    deliver: () => Promise.resolve({ accepted: false, retry: false, problem, onlyThisReply: true }),
    check: () => Promise.resolve({ well: true }), // there is no other side that could be away
  };
}

/** Messages that an import brought. */
export const fileAdapter = oneWayAdapter('The conversation came from a file; no reply can be sent there.');
/** Phone calls and talks at a fair. */
export const manualAdapter = oneWayAdapter(
  'The conversation was written down by hand; no reply can be sent there. Log a call instead.',
);
