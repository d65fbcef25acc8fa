import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Orders of one buyer. */
const ORDERS_OF_A_BUYER = 20;
const DAYS = 700;

/** Writes a file of orders as a marketplace would give it out; the same for every run. */
export async function writeOrdersFile(path: string, orders: number, today: Date): Promise<void> {
  const buyers = Math.ceil(orders / ORDERS_OF_A_BUYER);
  await pipeline(Readable.from(lines(orders, buyers, today)), createWriteStream(path));
}

function* lines(orders: number, buyers: number, today: Date): Generator<string> {
  yield 'Order ID,Buyer ID,Buyer Name,Country,Order Date,Currency,Order Total\n';
  for (let n = 0; n < orders; n += 1) {
    const buyer = (n * 7_919) % buyers; // spread over the file
    const day = new Date(today.getTime() - (1 + ((n * 31) % DAYS)) * 86_400_000).toISOString().slice(0, 10);
    yield `O-${n},B-${buyer},Buyer ${buyer} GmbH,${COUNTRIES[buyer % COUNTRIES.length]},${day},USD,${(((n * 37) % 90_000) / 100 + 1).toFixed(2)}\n`;
  }
}

const COUNTRIES = ['DE', 'FR', 'US', 'JP', 'HU', 'MX', 'VN'];
