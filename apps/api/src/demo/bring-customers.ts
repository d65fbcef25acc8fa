import type { BuyerGrade } from '@dangol/crm';
import {
  BuyerContactsRepository,
  BuyerIdentitiesRepository,
  BuyersRepository,
  EventLog,
  OrdersRepository,
  TenantDatabase,
  newId,
  type TenantContext,
} from '@dangol/db';
import type { INestApplicationContext } from '@nestjs/common';
import { RecountOrdersUseCase } from '../buyers/index.ts';
import type { RegisteredBuyer } from '../pipeline/index.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { DefaultRole } from '../platform/permissions/permissions.ts';
import { bringStages } from './bring-stages.ts';
import type { Cue } from './demo-stage.ts';
import type { PastOrder } from './move-orders.ts';
import type { SeededWorkspace } from './set-up-workspace.ts';
import type { Customer, Platform, WorkspaceSeed } from './workspace-seed.ts';

const BASE_CURRENCY = 'USD';
const DAY_MS = 86_400_000;
/** Who serves which grade (spec crm, Resources); every n-th buyer of the grade has an owner. */
const OWNERS: Record<BuyerGrade, { roles: readonly DefaultRole[]; everyNth: number }> = {
  A: { roles: ['manager', 'senior_rep'], everyNth: 1 },
  B: { roles: ['senior_rep', 'rep'], everyNth: 1 },
  C: { roles: ['rep'], everyNth: 4 },
};

/** A customer's record here. */
export interface BroughtCustomer extends Customer {
  readonly id: string;
}

/**
 * Brings the customers with their orders, graded as of the clock's now and with owners. Answers the customers by number and,
 * as cues, the gradings that the orders after now will cause.
 */
export async function bringCustomers(
  app: INestApplicationContext,
  seed: WorkspaceSeed,
  workspace: SeededWorkspace,
): Promise<{ customers: BroughtCustomer[]; cues: Cue[] }> {
  const ctx: TenantContext = workspace.owner.ctx;
  const now = app.get(Clock).now();
  const customers = seed.customers.map((customer) => ({ ...customer, id: newId() }));
  const registered = await insertCustomers(app, ctx, customers, seed.orders, workspace);
  const orders = seed.orders.map((order) => orderRow(order, customers, workspace, now));
  await app.get(OrdersRepository).insert(ctx, orders); // those of the days to come too: a grade counts only what was paid by then
  await bringStages(app, ctx, registered);
  await app.get(RecountOrdersUseCase).execute(
    ctx,
    customers.map(({ id }) => id),
    now,
  );
  await giveOwners(app, ctx, workspace);
  const cues = [
    ...Map.groupBy(
      orders.filter(({ placedAt }) => placedAt > now),
      ({ buyerId }) => buyerId,
    ),
  ].map(([buyerId, own]) => ({
    atMs: Math.max(...own.map((order) => (order.cancelledAt ?? order.placedAt).getTime())),
    act: () => app.get(RecountOrdersUseCase).execute(ctx, [buyerId], app.get(Clock).now()),
  }));
  return { customers, cues };
}

/** How a channel knows a customer. */
export function identityOf(customer: Customer, number: number, platform: Platform): string {
  return platform === 'email' || platform === 'web_form' ? customer.email : `${platform}-${100_000 + number * 37}`;
}

async function insertCustomers(
  app: INestApplicationContext,
  ctx: TenantContext,
  customers: readonly BroughtCustomer[],
  orders: readonly PastOrder[],
  workspace: SeededWorkspace,
): Promise<RegisteredBuyer[]> {
  const now = app.get(Clock).now();
  const past = Map.groupBy(orders, ({ customer }) => customer);
  const buyers = customers.map((customer, i) => {
    const before = (past.get(i + 1) ?? [])
      .map(({ placedAt }) => placedAt.getTime())
      .filter((atMs) => atMs < now.getTime());
    return {
      id: customer.id,
      name: customer.company,
      company: customer.company,
      country: customer.country,
      language: customer.language,
      employees: customer.employees,
      annualPurchaseMinor: customer.annualPurchaseUsd === null ? null : BigInt(customer.annualPurchaseUsd) * 100n,
      companyType: customer.companyType,
      webSite: customer.webSite,
      lastContactAt: before.length > 0 ? new Date(Math.min(Math.max(...before) + 2 * DAY_MS, now.getTime())) : null,
      stageSince: new Date(Math.min(...before, now.getTime())),
      createdAt: new Date(Math.min(...before, now.getTime())),
      updatedAt: now,
    };
  });
  await app.get(BuyersRepository).insert(ctx, buyers);
  const identities = customers.flatMap((customer, i) =>
    customer.channels.map((platform) => ({
      id: newId(),
      buyerId: customer.id,
      channelId: channelId(workspace, platform),
      externalId: identityOf(customer, i + 1, platform),
      displayName: customer.contact,
      platformLevel: platform === 'alibaba' || platform === 'aliexpress' ? customer.level : null,
      seenAt: now,
      createdAt: now,
    })),
  );
  await app.get(BuyerIdentitiesRepository).insert(ctx, identities);
  const contacts = customers.map(({ id, contact, email, phone }) => ({
    id: newId(),
    buyerId: id,
    name: contact,
    email,
    phone,
    createdAt: now,
  }));
  await app.get(BuyerContactsRepository).insert(ctx, contacts);
  for (const { id } of customers)
    app.get(EventLog).append(ctx, { verb: 'buyer.registered', subjectKind: 'buyer', subjectId: id, buyerId: id });
  return buyers;
}

function orderRow(
  order: PastOrder,
  customers: readonly BroughtCustomer[],
  workspace: SeededWorkspace,
  importedAt: Date,
) {
  const customer = customers[order.customer - 1]!;
  return {
    id: newId(),
    buyerId: customer.id,
    channelId: channelId(workspace, customer.channels[0]!),
    externalId: order.externalId,
    state: order.cancelledAt ? ('CANCELLED' as const) : ('COMPLETED' as const),
    placedAt: order.placedAt,
    paidAt: order.cancelledAt ? null : order.placedAt,
    cancelledAt: order.cancelledAt,
    currency: BASE_CURRENCY,
    totalMinor: order.totalMinor,
    baseCurrency: BASE_CURRENCY,
    baseTotalMinor: order.totalMinor,
    createdAt: new Date(Math.max(order.placedAt.getTime(), importedAt.getTime())),
  };
}

async function giveOwners(
  app: INestApplicationContext,
  ctx: TenantContext,
  { members }: SeededWorkspace,
): Promise<void> {
  const graded = await app
    .get(TenantDatabase)
    .query<{ id: string; grade: BuyerGrade }>(ctx, `select id, grade from buyers where workspace_id = $1 order by id`, [
      ctx.workspaceId,
    ]);
  const owned = [...Map.groupBy(graded, ({ grade }) => grade)].flatMap(([grade, buyers]) => {
    const { roles, everyNth } = OWNERS[grade];
    const team = [...members.values()].filter(({ role }) => roles.includes(role));
    return buyers
      .filter((_, i) => team.length > 0 && i % everyNth === 0)
      .map(({ id }, i) => ({ id, owner: team[i % team.length]!.id }));
  });
  await app
    .get(TenantDatabase)
    .query(
      ctx,
      `update buyers b set owner_id = o.owner from unnest($2::uuid[], $3::uuid[]) as o (id, owner) where b.workspace_id = $1 and b.id = o.id`,
      [ctx.workspaceId, owned.map(({ id }) => id), owned.map(({ owner }) => owner)],
    );
}

function channelId({ channels }: SeededWorkspace, platform: Platform): string {
  const channel = channels.get(platform);
  if (!channel) throw new Error(`the demo has no channel ${platform}`);
  return channel.id;
}
