import type { FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The handler takes the body as it comes in; it may be long. */
    streamed?: boolean;
  }
}

/** A client that needs longer to send 1 MB only holds a connection. */
const WHOLE_BODY_MS = 60_000;
/** A long upload may last as long as bytes keep coming. */
const SILENCE_MS = 60_000;

/** Ends requests whose bodies do not come in. Stands for Node's own limit, which knows no long uploads. */
export function limitBodyTime({ raw, routeOptions }: FastifyRequest): void {
  if (raw.headers['content-length'] === undefined && raw.headers['transfer-encoding'] === undefined) return;
  if (routeOptions.config?.streamed) {
    raw.setTimeout(SILENCE_MS, () => raw.destroy());
    raw.once('end', () => raw.setTimeout(0)); // what we do with it may take its time too
    return;
  }
  const timer = setTimeout(() => raw.destroy(), WHOLE_BODY_MS).unref();
  raw.once('close', () => clearTimeout(timer));
}
