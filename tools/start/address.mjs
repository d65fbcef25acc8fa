import { createServer } from 'node:net';
import { Problem } from '../steps/problem.mjs';

/** HOST and PORT as the API will read them. */
export function readAddress(env) {
  const host = env.HOST || '127.0.0.1';
  const port = env.PORT || '3000';
  if (!/^\d{1,5}$/.test(port) || Number(port) < 1 || Number(port) > 65_535)
    throw new Problem(`PORT is "${port}": expected a port from 1 to 65535, for example PORT=3000.`);
  return { host, port: Number(port) };
}

function tryListen(host, port) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ host, port }, () => {
      const { port: taken } = server.address();
      server.close(() => resolve(taken));
    });
  });
}

/** Throws one clear sentence when the address cannot be listened on. */
export async function ensurePortIsFree({ host, port }) {
  try {
    await tryListen(host, port);
  } catch (error) {
    if (error.code === 'EADDRINUSE')
      throw new Problem(
        `Port ${port} on ${host} is in use. Stop what runs there, or choose another: PORT=${port + 1} npm start`,
      );
    if (error.code === 'EACCES')
      throw new Problem(
        `Port ${port} needs more rights than this user has. Choose one above 1023: PORT=3000 npm start`,
      );
    if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
      throw new Problem(
        `HOST is "${host}": this machine has no such address. Use 127.0.0.1, or 0.0.0.0 for every network.`,
      );
    throw error;
  }
}

/** A port of this machine that nobody listens on now. */
export const freePort = () => tryListen('127.0.0.1', 0);
