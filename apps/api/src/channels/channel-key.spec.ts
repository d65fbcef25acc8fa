import { decodeChannelKey, encodeChannelKey } from './channel-key.ts';

const address = {
  workspaceId: '01938f3e-5b6a-7c11-8a22-0242ac120002',
  channelId: '01938f3e-5b6a-7c11-8a22-0242ac120003',
};

describe('channel key', () => {
  it('carries the workspace and the channel', () => {
    const key = encodeChannelKey(address);
    expect(key).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(decodeChannelKey(key)).toEqual(address);
  });

  it.each(['', 'short', 'x'.repeat(44), `${'A'.repeat(42)}!`, `${'A'.repeat(42)}B`])('refuses %j', (key) => {
    expect(decodeChannelKey(key)).toBeNull();
  });
});
