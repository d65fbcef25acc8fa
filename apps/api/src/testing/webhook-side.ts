import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a webhook's other side answers with; 0 is no answer at all. */
export type WebhookAnswer = number;

/** The other side of a webhook channel: it answers what it is told and keeps what it took. */
export class WebhookSide {
  answer: WebhookAnswer = 200;
  /** Ids of the replies that it took. */
  readonly took: string[] = [];
  readonly bodies: Record<string, unknown>[] = [];
  private constructor(private readonly server: Server) {}

  static async start(): Promise<WebhookSide> {
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        if (side.answer === 0) return;
        if (side.answer === 200 && request.method === 'POST') {
          side.took.push(String(request.headers['x-dangol-delivery']));
          side.bodies.push(JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>);
        }
        response.writeHead(side.answer).end();
      });
    });
    const side = new WebhookSide(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return side;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/replies`;
  }

  stop(): void {
    this.server.close();
    this.server.closeAllConnections();
  }
}
