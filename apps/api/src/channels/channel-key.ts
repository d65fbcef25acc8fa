/**
 * The public key in a channel's webhook address. It carries the workspace and the channel, so an arriving delivery is bound
 * to its workspace before the first query and no table has to be readable across workspaces. It is an address, not a secret:
 * the signature proves the sender.
 */
export interface ChannelAddress {
  workspaceId: string;
  channelId: string;
}

const KEY_PATTERN = /^[A-Za-z0-9_-]{43}$/;

/** Writes the key of a channel: 43 URL-safe characters. */
export function encodeChannelKey(address: ChannelAddress): string {
  return Buffer.concat([uuidBytes(address.workspaceId), uuidBytes(address.channelId)]).toString('base64url');
}

/** Reads a key; null when it has not the form of one. */
export function decodeChannelKey(key: string): ChannelAddress | null {
  if (!KEY_PATTERN.test(key)) return null;
  const bytes = Buffer.from(key, 'base64url');
  if (bytes.length !== 32 || bytes.toString('base64url') !== key) return null;
  return { workspaceId: uuidText(bytes.subarray(0, 16)), channelId: uuidText(bytes.subarray(16)) };
}

function uuidBytes(id: string): Buffer {
  return Buffer.from(id.replaceAll('-', ''), 'hex');
}

function uuidText(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
