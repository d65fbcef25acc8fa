import type { ChannelEntity } from '@dangol/db';

/** A file that goes with a reply. */
export interface OutgoingFile {
  name: string;
  contentType: string;
  base64: string;
}

/** What a reply needs besides its words to be a letter: whom it goes to, and what it answers. Mail threads by headers. */
export interface OutgoingMail {
  /** Address of the buyer, lower case. */
  to: string;
  toName: string | null;
  subject: string;
  /** Message-ID of the newest mail of the buyer; null when the thread has none. */
  inReplyTo: string | null;
  /** Message-IDs of the thread, oldest first. */
  references: string[];
}

/** A reply on its way out. `id` is the same on every attempt, so that the channel can tell a repetition. */
export interface OutgoingReply {
  id: string;
  conversationId: string;
  conversationExternalId: string;
  recipientExternalId: string;
  text: string;
  sentAt: Date;
  authorName: string | null;
  /** No person wrote it: the other side is told, and no machine should answer it. */
  automatic: boolean;
  files: OutgoingFile[];
  /** On e-mail channels only. */
  mail: OutgoingMail | null;
}

/**
 * How the channel took a reply. `retry` false means that trying again cannot help; `problem` says why, in words for a person.
 * `onlyThisReply`: the channel itself is well (an address that does not exist, say), so it is not marked as failing.
 */
export type DeliveryOutcome =
  { accepted: true } | { accepted: false; retry: boolean; problem: string; onlyThisReply?: true };

/** Whether the other side can be reached. */
export type ChannelHealth = { well: true } | { well: false; problem: string };

/** Where and how a channel takes replies. */
export interface ChannelEndpoint {
  workspaceId: string;
  channelId: string;
  name: string;
  deliveryUrl: string | null;
  signingSecret: string;
  /** How an e-mail channel is connected; null on every other. */
  mail: ChannelEntity['mail'];
  mailPassword: string | null;
}

/**
 * What every kind of channel does. A port: the other side is somebody else's server. One contract test holds for all of them
 * (channel-adapter.contract.int-spec.ts). An adapter answers soon after `signal` ends its patience, and never throws for what
 * the other side does.
 */
export interface ChannelAdapter {
  /** Hands over one reply. The same id twice is one reply for the other side. */
  deliver(reply: OutgoingReply, channel: ChannelEndpoint, signal: AbortSignal): Promise<DeliveryOutcome>;
  /** Tries the other side without sending anything. */
  check(channel: ChannelEndpoint, signal: AbortSignal): Promise<ChannelHealth>;
}
