import { BlockList, isIPv6 } from 'node:net';
import type { IncomingMessage } from 'node:http';
import type { Env } from '../../config/env.ts';

/** True when what an address forwards may be believed. */
export type TrustsAddress = (address: string) => boolean;

/** The rule behind TRUST_PROXY: nobody, everybody, or the listed addresses and networks. */
export function trustedProxies(trustProxy: Env['trustProxy']): TrustsAddress {
  if (typeof trustProxy === 'boolean') return () => trustProxy;
  const list = new BlockList();
  for (const entry of trustProxy) {
    const [address = '', prefix] = entry.split('/');
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    if (prefix === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(prefix), family);
  }
  return (address) => list.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}

/** The address a request came from: the nearest one, going back through the proxies, that is not a proxy of ours. */
export function clientAddress(request: IncomingMessage, trusts: TrustsAddress): string {
  const forwarded = request.headers['x-forwarded-for'];
  const hops = (Array.isArray(forwarded) ? forwarded.join(',') : (forwarded ?? '')).split(',').map((hop) => hop.trim());
  let address = request.socket.remoteAddress ?? '';
  for (const hop of hops.filter(Boolean).reverse()) {
    if (!trusts(address)) break;
    address = hop;
  }
  return address;
}
