/**
 * Picks the order history of the demo workspace: 200 buyers of the public Online Retail II data, large to lapsed.
 * Run once, when the data file was made: `node pick-order-history.mjs online-retail-orders.csv.gz > orders.csv`
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

const END = Date.parse('2011-12-10T00:00:00Z');
const DAY_MS = 86_400_000;

const [head, ...lines] = gunzipSync(readFileSync(process.argv[2])).toString('utf8').trim().split('\n');
const columns = head.split(',');
const rows = lines.map((line) => Object.fromEntries(line.split(',').map((value, i) => [columns[i], value])));
const orders = rows.filter((row) => row.kind === 'order');

const buyers = [...Map.groupBy(orders, (order) => order.buyer_id)].map(([id, own]) => {
  const paid = own.filter((order) => !order.cancelled_at);
  const lastYear = paid.filter((order) => END - Date.parse(order.ordered_at) < 365 * DAY_MS);
  return {
    id,
    own,
    count: own.length,
    silentDays: (END - Date.parse(own.at(-1).ordered_at)) / DAY_MS,
    lastYear: lastYear.reduce((sum, order) => sum + Number(order.amount), 0),
    largest: Math.max(...own.map((order) => Number(order.amount))),
    // A fixed shuffle: the choice inside a group depends on nothing but the id.
    draw: createHash('sha256').update(`dangol ${id}`).digest('hex'),
  };
});

const groups = [
  {
    take: 26,
    of: (b) => b.count >= 8 && b.count <= 60 && b.lastYear >= 8_000 && b.lastYear < 30_000 && b.silentDays < 100,
  },
  { take: 58, of: (b) => b.count >= 4 && b.count <= 30 && b.lastYear >= 1_500 && b.lastYear < 7_000 },
  { take: 44, of: (b) => b.count >= 3 && b.count <= 12 && b.lastYear >= 200 && b.lastYear < 1_500 },
  { take: 40, of: (b) => b.count === 1 && b.lastYear > 0 },
  { take: 32, of: (b) => b.count >= 2 && b.silentDays > 300 },
];

const picked = new Set();
for (const { take, of } of groups) {
  const fitting = buyers.filter((buyer) => !picked.has(buyer) && buyer.largest < 6_000 && of(buyer));
  for (const buyer of fitting.sort((a, b) => (a.draw < b.draw ? -1 : 1)).slice(0, take)) picked.add(buyer);
}

// Buyers are numbered anew, the largest of the last year first; nothing leads back to the source's pseudonyms.
const numbered = [...picked].sort((a, b) => b.lastYear - a.lastYear || (a.draw < b.draw ? -1 : 1));
const history = numbered.flatMap(({ own }, i) => own.map((order) => ({ ...order, buyer: i + 1 })));
history.sort((a, b) => (a.ordered_at < b.ordered_at ? -1 : Number(a.ordered_at > b.ordered_at)) || a.buyer - b.buyer);

const csv = history.map((o) => [o.buyer, o.ordered_at, Number(o.amount).toFixed(2), o.cancelled_at].join(','));
process.stdout.write(`${['buyer,ordered_at,amount_gbp,cancelled_at', ...csv].join('\n')}\n`);
