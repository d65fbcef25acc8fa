import { Inject, Injectable } from '@nestjs/common';
import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';
import { ENV, type Env } from '../config/env.ts';

const inside = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  // prettier-ignore
  inside.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of [
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
  ['64:ff9b::', 96],
] as const)
  inside.addSubnet(network, prefix, 'ipv6');

/** True for an address of this machine or of a private network. */
export function isPrivateAddress(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  const plain = mapped ?? address;
  return inside.check(plain, isIP(plain) === 6 ? 'ipv6' : 'ipv4');
}

/** Keeps addresses that workspaces enter from reaching into the operator's own network, unless the operator allows it. */
@Injectable()
export class OutboundAddresses {
  constructor(@Inject(ENV) private readonly env: Env) {}

  /** Why `url` may not be called; null when it may. */
  async problemWith(url: string): Promise<string | null> {
    const parsed = URL.canParse(url) ? new URL(url) : null;
    if (!parsed || !['http:', 'https:'].includes(parsed.protocol))
      return 'The address must begin with https:// or http://.';
    if (parsed.username || parsed.password) return 'The address must not carry a user name or password.';
    if (this.env.outboundPrivateAddresses) return null;
    const host = parsed.hostname.replace(/^\[|\]$/g, '');
    const addresses = isIP(host)
      ? [host]
      : await lookup(host, { all: true }).then(
          (found) => found.map(({ address }) => address),
          () => [],
        );
    return addresses.some(isPrivateAddress)
      ? 'The address leads into a private network, which this installation does not allow.'
      : null;
  }
}
