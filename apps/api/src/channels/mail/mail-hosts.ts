import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';
import { Inject, Injectable } from '@nestjs/common';
import { ENV, type Env } from '../../config/env.ts';
import { isPrivateAddress } from '../outbound-addresses.ts';
import type { MailServerSettings } from './mail-connection.ts';

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** Where to connect: the very address that was looked at, so that a name cannot lead elsewhere a moment later. */
export type ResolvedHost = { readonly address: string } | { readonly problem: string };

/** Finds the addresses of mail servers that workspaces enter, and keeps them out of the operator's own network. */
@Injectable()
export class MailHosts {
  constructor(@Inject(ENV) private readonly env: Env) {}

  /** The address of the server, or why nothing may connect to it. Without encryption only servers of this machine are used. */
  async resolve({ host, security }: Pick<MailServerSettings, 'host' | 'security'>): Promise<ResolvedHost> {
    const addresses = isIP(host)
      ? [host]
      : await lookup(host, { all: true, order: 'ipv4first' }).then(
          (found) => found.map(({ address }) => address),
          () => [],
        );
    const [address] = addresses;
    if (address === undefined) return { problem: `${host} has no address.` };
    if (!this.env.outboundPrivateAddresses && addresses.some(isPrivateAddress))
      return { problem: `${host} leads into a private network, which this installation does not allow.` };
    if (security === 'none' && !addresses.every(isLoopback))
      return { problem: `${host} is not on this machine; without encryption nothing connects to it.` };
    return { address };
  }
}

function isLoopback(address: string): boolean {
  return loopback.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}
