/** A file that goes with a reply. */
export interface OutgoingFile {
  name: string;
  contentType: string;
  base64: string;
}

/** A reply on its way out. `id` is the same on every attempt, so that the channel can tell a repetition. */
export interface OutgoingReply {
  id: string;
  conversationExternalId: string;
  recipientExternalId: string;
  text: string;
  sentAt: Date;
  authorName: string | null;
  automatic: boolean;
  files: OutgoingFile[];
}

/** How the channel took a reply. `retry` false means that trying again cannot help. */
export type DeliveryOutcome = { accepted: true } | { accepted: false; retry: boolean; problem: string };

/** What a channel kind must do to carry our replies. A port: the other side is somebody else's server. */
export interface ChannelAdapter {
  deliver(reply: OutgoingReply, channel: ChannelEndpoint): Promise<DeliveryOutcome>;
}

/** Where and how a channel takes replies. */
export interface ChannelEndpoint {
  deliveryUrl: string | null;
  signingSecret: string;
}
