import { createServer } from 'node:net';
import { ensurePortIsFree, freePort, readAddress } from './address.mjs';

describe('readAddress', () => {
  it('is this machine, port 3000, unless told otherwise', () => {
    expect(readAddress({})).toEqual({ host: '127.0.0.1', port: 3000 });
    expect(readAddress({ HOST: '0.0.0.0', PORT: '8080' })).toEqual({ host: '0.0.0.0', port: 8080 });
  });

  it.each(['abc', '0', '65536', '80a', '-1', '3000.5'])('refuses PORT=%s by name with an example', (PORT) => {
    expect(() => readAddress({ PORT })).toThrow(/^PORT is ".*": expected a port .* PORT=3000\.$/);
  });
});

describe('ensurePortIsFree', () => {
  it('passes on a free port and names another when it is taken', async () => {
    const port = await freePort();
    await ensurePortIsFree({ host: '127.0.0.1', port });
    const server = createServer();
    await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
    try {
      await expect(ensurePortIsFree({ host: '127.0.0.1', port })).rejects.toThrow(`PORT=${port + 1} npm start`);
    } finally {
      await new Promise((resolve) => server.close(resolve));
    }
  });

  it('says that an address is not of this machine', async () => {
    await expect(ensurePortIsFree({ host: '203.0.113.7', port: 3000 })).rejects.toThrow(/no such address/);
  });
});
