import { createHash } from 'node:crypto';
import { DEFAULT_GRADING_RULES, DEFAULT_SLA_POLICY } from '@dangol/crm';
import { newId } from '../ids.ts';
import * as repositories from '../repositories/index.ts';
import type { TenantContext } from '../tenancy/tenant-context.ts';
import { seedBuyerRecord } from './seed-buyer-record.ts';
import { seedCatalogue } from './seed-catalogue.ts';
import { seedImport } from './seed-import.ts';
import { seedMail } from './seed-mail.ts';
import { seedQueue } from './seed-queue.ts';
import { seedSelling } from './seed-selling.ts';
import type { DatabaseParts } from './test-database.ts';

/** A workspace with one row or more in every table, and the ids of those rows. */
export interface SeededWorkspace extends TenantContext {
  slug: string;
  roleIds: { owner: string; viewer: string };
  /** Secrets whose hashes are stored (SHA-256), as the platform makes them. */
  tokens: { invitation: string; apiKey: string };
  /** `actor` is this member. */
  ownerId: string;
  ownerAccountId: string;
  ownerEmail: string;
  viewerId: string;
  viewerAccountId: string;
  viewerEmail: string;
  channelId: string;
  buyerId: string;
  orderId: string;
  conversationId: string;
  messageId: string;
  inquiryId: string;
  draftId: string;
  knowledgeEntryId: string;
  inboundMessageId: string;
  calendarId: string;
  policyId: string;
  invitationId: string;
  apiKeyId: string;
  sampleId: string;
  productId: string;
  variantId: string;
  importId: string;
  announcementId: string;
}

/** Every seeded account has this password hash; it is of no password. */
const NO_PASSWORD = '$argon2id$v=19$m=8,t=1,p=1$c2VlZHNlZWQ$AAAAAAAAAAAAAAAAAAAAAA';
const AT = new Date('2026-03-02T00:00:00Z');
const OWNER_RIGHTS = [
  'workspace:read home:read inbox:read inbox:reply inbox:note inbox:assign inbox:end draft:review buyer:read buyer:write',
  'knowledge:read channel:read channel:manage exception:read exception:manage member:read member:manage api-key:manage event:read',
]
  .join(' ')
  .split(' ');
const VIEWER_RIGHTS =
  'workspace:read home:read inbox:read buyer:read knowledge:read channel:read member:read event:read'.split(' ');

type Parts = Pick<DatabaseParts, 'unitOfWork' | 'identity' | 'events'>;

/**
 * Two workspaces, `a` and `b`, alike in everything but ids and names, so that a leak between them shows. `suffix` makes the
 * names differ from those of an earlier pair in the same database.
 */
export async function seedTwoWorkspaces(db: Parts, suffix = ''): Promise<{ a: SeededWorkspace; b: SeededWorkspace }> {
  return { a: await seedWorkspace(db, `a${suffix}`), b: await seedWorkspace(db, `b${suffix}`) };
}

async function seedWorkspace(db: Parts, letter: string): Promise<SeededWorkspace> {
  const seeded = idsOf(letter);
  await db.unitOfWork.run(seeded, async () => {
    await seedPeople(db, seeded);
    await seedBuyers(db, seeded);
    await seedInbox(db, seeded);
    await seedBuyerRecord(db, seeded);
    await seedSelling(db, seeded);
    await seedCatalogue(db, seeded);
    await seedImport(db, seeded);
    await seedQueue(db, seeded);
    await seedMail(db, seeded);
    db.events.append(seeded, {
      verb: 'message.received',
      subjectKind: 'message',
      subjectId: seeded.messageId,
      buyerId: seeded.buyerId,
      conversationId: seeded.conversationId,
      at: AT,
    });
  });
  return seeded;
}

function idsOf(letter: string): SeededWorkspace {
  const ownerId = newId();
  return {
    workspaceId: newId(),
    actor: { kind: 'member', id: ownerId },
    slug: `workspace-${letter}`,
    roleIds: { owner: newId(), viewer: newId() },
    tokens: { invitation: `invitation-${letter}`, apiKey: `api-key-${letter}` },
    ownerId,
    ownerAccountId: newId(),
    ownerEmail: `owner-${letter}@example.com`,
    viewerId: newId(),
    viewerAccountId: newId(),
    viewerEmail: `viewer-${letter}@example.com`,
    channelId: newId(),
    buyerId: newId(),
    orderId: newId(),
    conversationId: newId(),
    messageId: newId(),
    inquiryId: newId(),
    draftId: newId(),
    knowledgeEntryId: newId(),
    inboundMessageId: newId(),
    calendarId: newId(),
    policyId: newId(),
    invitationId: newId(),
    apiKeyId: newId(),
    sampleId: newId(),
    productId: newId(),
    variantId: newId(),
    importId: newId(),
    announcementId: newId(),
  };
}

async function seedPeople({ unitOfWork, identity }: Parts, s: SeededWorkspace): Promise<void> {
  const workspaces = new repositories.WorkspacesRepository(unitOfWork);
  const roles = new repositories.RolesRepository(unitOfWork);
  const members = new repositories.MembersRepository(unitOfWork);
  await workspaces.insert(s, {
    slug: s.slug,
    name: s.slug,
    timeZone: 'Asia/Seoul',
    baseCurrency: 'USD',
    language: 'ko',
    createdAt: AT,
  });
  await roles.insert(s, [
    { id: s.roleIds.owner, key: 'owner', permissions: OWNER_RIGHTS, createdAt: AT },
    { id: s.roleIds.viewer, key: 'viewer', permissions: VIEWER_RIGHTS, createdAt: AT },
  ]);
  for (const role of ['owner', 'viewer'] as const) {
    const [id, accountId, email] = [s[`${role}Id`], s[`${role}AccountId`], s[`${role}Email`]];
    await identity.createAccount({
      id: accountId,
      email,
      name: role,
      passwordHash: NO_PASSWORD,
      language: 'en',
      now: AT,
    });
    await members.insert(s, { id, accountId, roleId: s.roleIds[role], name: role, email, createdAt: AT });
  }
  await new repositories.InvitationsRepository(unitOfWork).insert(s, {
    id: s.invitationId,
    email: `invited-${s.slug}@example.com`,
    roleId: s.roleIds.viewer,
    tokenHash: sha256(s.tokens.invitation),
    invitedBy: s.ownerId,
    createdAt: AT,
    expiresAt: new Date('2099-01-01T00:00:00Z'),
  });
  await new repositories.ApiKeysRepository(unitOfWork).insert(s, {
    id: s.apiKeyId,
    name: 'Script',
    roleId: s.roleIds.viewer,
    tokenHash: sha256(s.tokens.apiKey),
    createdBy: s.ownerId,
    createdAt: AT,
  });
}

async function seedBuyers({ unitOfWork }: Parts, s: SeededWorkspace): Promise<void> {
  await new repositories.ChannelsRepository(unitOfWork).insert(s, {
    id: s.channelId,
    name: 'Storefront',
    kind: 'webhook',
    platform: 'alibaba',
    signingSecret: sha256(s.slug),
    createdAt: AT,
  });
  await new repositories.GradingRulesRepository(unitOfWork).insert(s, {
    id: newId(),
    version: 1,
    rules: DEFAULT_GRADING_RULES,
    createdBy: s.ownerId,
    createdAt: AT,
  });
  await new repositories.BuyersRepository(unitOfWork).insert(s, {
    id: s.buyerId,
    name: `Buyer of ${s.slug}`,
    country: 'DE',
    annualPurchaseMinor: 1_000_000_00n,
    ownerId: s.ownerId,
    stageSince: AT,
    createdAt: AT,
    updatedAt: AT,
  });
  await new repositories.BuyerIdentitiesRepository(unitOfWork).insert(s, {
    id: newId(),
    buyerId: s.buyerId,
    channelId: s.channelId,
    externalId: 'buyer-1',
    seenAt: AT,
    createdAt: AT,
  });
  await new repositories.BuyerContactsRepository(unitOfWork).insert(s, {
    id: newId(),
    buyerId: s.buyerId,
    email: 'buyer@example.com',
    createdAt: AT,
  });
  await new repositories.OrdersRepository(unitOfWork).insert(s, {
    id: s.orderId,
    buyerId: s.buyerId,
    channelId: s.channelId,
    externalId: 'order-1',
    state: 'COMPLETED',
    placedAt: AT,
    paidAt: AT,
    currency: 'USD',
    totalMinor: 120_000n,
    baseCurrency: 'USD',
    baseTotalMinor: 120_000n,
    createdAt: AT,
  });
}

async function seedInbox({ unitOfWork }: Parts, s: SeededWorkspace): Promise<void> {
  await new repositories.BusinessCalendarsRepository(unitOfWork).insert(s, {
    id: s.calendarId,
    version: 1,
    calendar: {
      version: 1,
      timeZone: 'Asia/Seoul',
      weekly: { mon: [['09:00', '18:00']] },
      holidays: [],
      specialHours: {},
      breaks: {},
    },
    createdBy: s.ownerId,
    createdAt: AT,
  });
  await new repositories.SlaPoliciesRepository(unitOfWork).insert(s, {
    id: s.policyId,
    version: 1,
    policy: DEFAULT_SLA_POLICY,
    createdBy: s.ownerId,
    createdAt: AT,
  });
  await new repositories.ConversationsRepository(unitOfWork).insert(s, {
    id: s.conversationId,
    channelId: s.channelId,
    externalId: 'thread-1',
    buyerId: s.buyerId,
    subject: 'Price list',
    status: 'waiting',
    assigneeId: s.ownerId,
    gradeRank: 4,
    levelRank: 5,
    waitingSince: AT,
    dueAt: new Date('2026-03-02T08:00:00Z'),
    preview: 'Hello',
    lastMessageAt: AT,
    lastDirection: 'inbound',
    messageCount: 1,
    revision: 1,
    createdAt: AT,
  });
  await new repositories.MessagesRepository(unitOfWork).insert(s, {
    id: s.messageId,
    conversationId: s.conversationId,
    channelId: s.channelId,
    direction: 'inbound',
    authorKind: 'buyer',
    externalId: 'message-1',
    revision: 1,
    text: `Hello ${s.slug}`,
    sentAt: AT,
    createdAt: AT,
  });
  await seedAnswering({ unitOfWork }, s);
}

async function seedAnswering({ unitOfWork }: Pick<Parts, 'unitOfWork'>, s: SeededWorkspace): Promise<void> {
  await new repositories.InquiriesRepository(unitOfWork).insert(s, {
    id: s.inquiryId,
    conversationId: s.conversationId,
    channelId: s.channelId,
    buyerId: s.buyerId,
    openingMessageId: s.messageId,
    openedAt: AT,
    status: 'open',
    targetMinutes: 480,
    slaPolicyId: s.policyId,
    businessCalendarId: s.calendarId,
    dueAt: new Date('2026-03-02T08:00:00Z'),
  });
  await seedClocks({ unitOfWork }, s);
  await new repositories.InboundMessagesRepository(unitOfWork).insert(s, {
    id: s.inboundMessageId,
    channelId: s.channelId,
    externalId: 'message-1',
    body: Buffer.from('{}'),
    contentHash: sha256('{}'),
    receivedAt: AT,
    status: 'applied',
    appliedAt: AT,
    messageId: s.messageId,
  });
  await new repositories.KnowledgeEntriesRepository(unitOfWork).insert(s, {
    id: s.knowledgeEntryId,
    code: 'PAY-001',
    category: 'payment',
    visibility: 'public',
    title: 'Payment terms',
    answer: `30 % deposit (${s.slug}).`,
    language: 'en',
    createdAt: AT,
    updatedAt: AT,
  });
  await new repositories.DraftsRepository(unitOfWork).insert(s, {
    id: s.draftId,
    conversationId: s.conversationId,
    messageId: s.messageId,
    status: 'ready',
    language: 'en',
    text: `Thank you (${s.slug}).`,
    triage: {},
    gate: {},
    engine: 'embedded',
    engineVersion: '1',
    createdAt: AT,
  });
  await new repositories.ReplyDraftsRepository(unitOfWork).insert(s, {
    id: newId(),
    conversationId: s.conversationId,
    memberId: s.ownerId,
    text: 'Thank y',
    updatedAt: AT,
  });
}

/** The seeded message on its other clocks, and the alarms of its inquiry. */
async function seedClocks({ unitOfWork }: Pick<Parts, 'unitOfWork'>, s: SeededWorkspace): Promise<void> {
  const opened = {
    conversationId: s.conversationId,
    channelId: s.channelId,
    buyerId: s.buyerId,
    openingMessageId: s.messageId,
    openedAt: AT,
  };
  await new repositories.BuyerDaysRepository(unitOfWork).insert(s, { id: newId(), ...opened, day: '2026-03-02' });
  await new repositories.ResolutionsRepository(unitOfWork).insert(s, {
    id: newId(),
    ...opened,
    status: 'open',
    slaPolicyId: s.policyId,
    businessCalendarId: s.calendarId,
    businessSeconds: 0n,
    pausedSeconds: 0n,
    wallMs: 0n,
    runningSince: AT,
  });
  const alarm = { conversationId: s.conversationId, inquiryId: s.inquiryId };
  await new repositories.ClockAlarmsRepository(unitOfWork).insert(s, [
    { id: newId(), ...alarm, kind: 'warning', at: new Date('2026-03-02T06:00:00Z') },
    { id: newId(), ...alarm, kind: 'breach', at: new Date('2026-03-02T08:00:00Z') },
  ]);
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
