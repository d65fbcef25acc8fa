/** How many rows the inbox bench works on. */
export interface InboxScale {
  readonly workspaces: number;
  readonly conversations: number;
  readonly messages: number;
  readonly buyers: number;
}

const WORKSPACES = 10;
const MEAN_MESSAGES = 5;
const CONVERSATIONS_PER_BUYER = 10;
/** Below it the rows could not be divided as said. */
const STEP = WORKSPACES * MEAN_MESSAGES * CONVERSATIONS_PER_BUYER;

/**
 * The rows that go with a number of conversations, which is rounded up to a multiple of 500: 200,000 come with 1,000,000
 * messages and 20,000 buyers, always in ten workspaces.
 */
export function inboxScale(wanted: number): InboxScale {
  const conversations = Math.ceil(wanted / STEP) * STEP;
  return {
    workspaces: WORKSPACES,
    conversations,
    messages: conversations * MEAN_MESSAGES,
    buyers: conversations / CONVERSATIONS_PER_BUYER,
  };
}
