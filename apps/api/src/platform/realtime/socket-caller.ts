import type { IncomingMessage } from 'node:http';
import type { Env } from '../../config/env.ts';
import type { Caller } from '../context/context-factory.ts';
import { clientAddress } from '../http/trusted-proxies.ts';
import type { TrustsAddress } from '../http/trusted-proxies.ts';

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/**
 * Who opens a socket: the session cookie of the upgrade request, or an API key as `token` in the connection parameters;
 * the workspace as `workspace`, because browsers cannot set headers there.
 */
export function callerOfSocket(
  request: IncomingMessage,
  parameters: Readonly<Record<string, unknown>>,
  trusts: TrustsAddress,
): Caller {
  const token = text(parameters['token']);
  return {
    requestId: text(request.headers['x-request-id']) ?? '',
    ip: clientAddress(request, trusts),
    userAgent: request.headers['user-agent'] ?? '',
    cookie: token ? undefined : request.headers.cookie,
    authorization: token && `Bearer ${token}`,
    workspace: text(parameters['workspace']),
  };
}

/**
 * Browsers send cookies with sockets of any page and know no CORS there: only our own pages may open one. Programs send
 * no Origin.
 */
export function isTrustedOrigin(request: IncomingMessage, { publicUrl }: Pick<Env, 'publicUrl'>): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined || origin === publicUrl) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}
