import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { toEntered, type CatalogueRow } from './catalogue-row.ts';
import { DEMO } from './demo-accounts.ts';
import { moveOrders } from './move-orders.ts';
import { parseCsv } from './parse-csv.ts';
import { sceneSchema, type Scene } from './scene.ts';
import type { Customer, KnowledgeRow, Platform, WorkspaceSeed } from './workspace-seed.ts';

const DATA = new URL('../../../../libs/db/src/seed/data/', import.meta.url);
const DAY_MS = 86_400_000;
/** How the knowledge base calls its made-up seller. */
const SELLER_IN_DATA = 'Nurisol Trading (a made-up company)';

const CHANNEL_NAMES: Record<Platform, string> = {
  alibaba: 'Alibaba.com',
  aliexpress: 'AliExpress',
  email: 'E-mail',
  web_form: '자사몰 Own site',
  phone: '전화 Phone',
  fair: '전시회 Fair',
  other: 'Other',
};

/** The exporter whose workspace the demo shows; its order history ends the day before `now`. */
export function readDemoSeed(now: Date): WorkspaceSeed {
  const inquiries = new Map(
    readLines<{ id: string; channel: string; text: string }>('inquiries.jsonl').map((inquiry) => [inquiry.id, inquiry]),
  );
  const scenes = readLines<{ inquiry: string }>('scenes.jsonl').map((scene): Scene => {
    const inquiry = inquiries.get(scene.inquiry);
    return sceneSchema.parse({ ...scene, channel: inquiry?.channel, text: inquiry?.text });
  });
  const history = parseCsv(readText('orders.csv')).map((row) => ({
    buyer: Number(row['buyer']),
    orderedAt: row['ordered_at'] ?? '',
    amountGbp: row['amount_gbp'] ?? '',
    cancelledAt: row['cancelled_at'] ?? '',
  }));
  return {
    workspace: DEMO.workspace,
    channels: channelsNamed(['alibaba', 'aliexpress', 'email', 'web_form']),
    holidays: readHolidays(),
    knowledge: readLines<KnowledgeRow>('kb.jsonl').map((entry) => ({
      ...entry,
      answer: entry.answer.replace(SELLER_IN_DATA, DEMO.workspace.sellerName),
    })),
    products: readJson<CatalogueRow[]>('products.json').map((row) => toEntered(row, now)),
    customers: parseCsv(readText('buyers.csv')).map(toCustomer),
    orders: moveOrders(history, now),
    scenes,
  };
}

/** The second workspace: small, and nothing in it is the first one's. */
export function readOtherSeed(now: Date): WorkspaceSeed {
  const data = readJson<OtherData>('busan.json');
  return {
    workspace: DEMO.otherWorkspace,
    channels: channelsNamed(['alibaba', 'email']),
    holidays: readHolidays(),
    knowledge: data.knowledge,
    products: data.products.map((row) => toEntered(row, now)),
    customers: data.customers.map((row) => ({
      ...row,
      level: row.level ?? null,
      companyType: row.type,
      annualPurchaseUsd: null,
      webSite: null,
      phone: null,
    })),
    orders: data.orders.map(({ customer, daysAgo, usd }, i) => ({
      customer,
      externalId: `BP-${1001 + i}`,
      placedAt: new Date(now.getTime() - daysAgo * DAY_MS),
      cancelledAt: null,
      totalMinor: BigInt(usd) * 100n,
    })),
    scenes: z.array(sceneSchema).parse(data.scenes),
  };
}

interface OtherData {
  knowledge: KnowledgeRow[];
  products: CatalogueRow[];
  customers: (Pick<Customer, 'company' | 'contact' | 'country' | 'language' | 'channels' | 'employees' | 'email'> & {
    type: string;
    level?: Customer['level'];
  })[];
  orders: { customer: number; daysAgo: number; usd: number }[];
  scenes: unknown[];
}

function toCustomer(row: Record<string, string>): Customer {
  const text = (column: string) => row[column] || null;
  const number = (column: string) => (row[column] ? Number(row[column]) : null);
  return {
    company: row['company'] ?? '',
    contact: row['contact'] ?? '',
    country: row['country'] ?? '',
    language: row['language'] ?? '',
    channels: (row['channels'] ?? '').split('+') as Platform[],
    level: text('platform_level') as Customer['level'],
    companyType: text('company_type'),
    employees: number('employees'),
    annualPurchaseUsd: number('annual_purchase_usd'),
    webSite: text('web_site'),
    email: row['email'] ?? '',
    phone: text('phone'),
  };
}

/** Closed days of every year in the table, as dates. */
function readHolidays(): string[] {
  const { doc: _doc, ...years } = readJson<Record<string, string[]> & { doc: never }>('korean-holidays.json');
  return Object.entries(years).flatMap(([year, days]) => days.map((day) => `${year}-${day}`));
}

function channelsNamed(platforms: readonly Platform[]): WorkspaceSeed['channels'] {
  return platforms.map((platform) => ({ platform, name: CHANNEL_NAMES[platform] }));
}

function readLines<Row>(file: string): Row[] {
  return readText(file)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);
}

function readJson<Content>(file: string): Content {
  return JSON.parse(readText(file)) as Content;
}

function readText(file: string): string {
  return readFileSync(new URL(file, DATA), 'utf8');
}
