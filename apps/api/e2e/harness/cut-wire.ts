import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A wire to a port of this machine that the test can cut: now, or in the middle of what the other side says. */
export class CutWire {
  /** Connections that went through it. */
  connections = 0;
  private readonly sockets = new Set<Socket>();
  private cutAfterBytes = Infinity;
  private down = false;

  private constructor(
    private readonly server: Server,
    private target: number,
  ) {
    server.on('connection', (near) => this.lay(near));
  }

  static async to(target: number): Promise<CutWire> {
    const server = createServer();
    const wire = new CutWire(server, target);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return wire;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** The next so many bytes from the other side still pass, then every connection breaks, once. */
  cutAfter(bytes: number): void {
    this.cutAfterBytes = bytes;
  }

  /** Breaks every connection, and each new one until `mend`. */
  cut(): void {
    this.down = true;
    this.breakAll();
  }

  mend(): void {
    this.down = false;
  }

  async stop(): Promise<void> {
    this.breakAll();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private lay(near: Socket): void {
    this.connections += 1;
    const far = connect(this.target, '127.0.0.1');
    for (const socket of [near, far]) {
      this.sockets.add(socket);
      socket.on('error', () => undefined).on('close', () => this.sockets.delete(socket));
    }
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
    if (this.down) return void near.destroy();
    near.pipe(far);
    far.on('data', (chunk: Buffer) => {
      if (chunk.length < this.cutAfterBytes) {
        this.cutAfterBytes -= chunk.length;
        near.write(chunk);
        return;
      }
      near.write(chunk.subarray(0, this.cutAfterBytes), () => this.breakAll());
      this.cutAfterBytes = Infinity;
    });
  }

  private breakAll(): void {
    for (const socket of this.sockets) socket.destroy();
  }
}
