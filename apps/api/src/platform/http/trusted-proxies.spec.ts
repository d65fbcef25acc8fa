import type { IncomingMessage } from 'node:http';
import { clientAddress, trustedProxies } from './trusted-proxies.ts';

const request = (remoteAddress: string, forwarded?: string): IncomingMessage =>
  ({
    socket: { remoteAddress },
    headers: forwarded ? { 'x-forwarded-for': forwarded } : {},
  }) as unknown as IncomingMessage;

test('nobody is believed unless told so', () => {
  expect(clientAddress(request('203.0.113.9', '10.1.1.1'), trustedProxies(false))).toBe('203.0.113.9');
});

test('behind our proxies the nearest stranger counts, however long the list that was made up', () => {
  const trusts = trustedProxies(['10.0.0.0/8', '::1']);
  expect(clientAddress(request('10.0.0.2', '1.1.1.1, 203.0.113.9, 10.0.0.3'), trusts)).toBe('203.0.113.9');
  expect(clientAddress(request('::1', '203.0.113.9'), trusts)).toBe('203.0.113.9');
  expect(clientAddress(request('203.0.113.7', '1.1.1.1'), trusts)).toBe('203.0.113.7');
});
