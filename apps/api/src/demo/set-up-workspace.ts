import { compileCalendar, platformRules, type BusinessCalendar, type CompiledCalendar } from '@dangol/crm';
import {
  BusinessCalendarsRepository,
  ChannelsRepository,
  EventLog,
  IdentityStore,
  KnowledgeEntriesRepository,
  MembersRepository,
  newId,
  type TenantContext,
} from '@dangol/db';
import type { INestApplicationContext } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { encodeChannelKey } from '../channels/index.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { RequestContext } from '../platform/context/request-context.ts';
import { DEFAULT_ROLES } from '../platform/permissions/permissions.ts';
import { SecretBox } from '../platform/secrets/secret-box.ts';
import { CreateWorkspaceUseCase, SlugTaken, type CreatedWorkspace } from '../workspaces/index.ts';
import { bringCatalogue } from './bring-catalogue.ts';
import { bringMacros } from './bring-macros.ts';
import type { DemoWorkspace, StaffMember } from './demo-accounts.ts';
import { DemoConflict } from './demo-conflict.error.ts';
import type { OfferedProduct } from './order-lines.ts';
import type { Platform, WorkspaceSeed } from './workspace-seed.ts';

/** A member as the scenes need one. */
export interface SeededMember extends StaffMember {
  readonly id: string;
  /** The context of what this person does. */
  readonly ctx: RequestContext;
}

/** A channel with what a sender needs to know. */
export interface SeededChannel {
  readonly id: string;
  readonly key: string;
  readonly secret: string;
}

/** The workspace as the customers and the scenes find it. */
export interface SeededWorkspace {
  readonly owner: SeededMember;
  readonly members: ReadonlyMap<string, SeededMember>;
  readonly channels: ReadonlyMap<Platform, SeededChannel>;
  readonly calendar: CompiledCalendar;
  /** Products that can be ordered. */
  readonly offered: readonly OfferedProduct[];
}

const OFFICE_DAY = [
  ['09:00', '12:00'],
  ['13:00', '18:00'],
] as const;

/** Makes the workspace with its people, hours, channels, knowledge and catalogue, as of the clock's now. */
export async function setUpWorkspace(
  app: INestApplicationContext,
  seed: WorkspaceSeed,
  passwordHashes: ReadonlyMap<string, string>,
): Promise<SeededWorkspace> {
  const { workspace } = seed;
  const people = workspace.staff.map((person) => ({ ...person, id: newId(), accountId: newId() }));
  const now = app.get(Clock).now();
  for (const { accountId, name, latinName, email, language } of people) {
    const passwordHash = passwordHashes.get(email) ?? '';
    const shown = language === 'ko' ? name : latinName;
    if (
      !(await app.get(IdentityStore).createAccount({ id: accountId, email, name: shown, passwordHash, language, now }))
    )
      throw new DemoConflict(`an account with the e-mail ${email} exists already`);
  }
  const owner = people[0]!;
  const created = await createWorkspace(app, workspace, owner);
  const ctx: TenantContext = { workspaceId: workspace.id, actor: { kind: 'member', id: owner.id } };
  await addMembers(app, ctx, people.slice(1), created);
  const members = new Map(
    people.map((person) => [person.key, { ...person, ctx: memberContext(workspace.id, person) }]),
  );
  const calendar = await setHours(app, ctx, seed.holidays);
  const channels = await addChannels(app, ctx, seed);
  await addKnowledge(app, ctx, seed);
  await bringMacros(app, members.get(owner.key)!.ctx);
  const offered = await bringCatalogue(app, members.get(owner.key)!, seed.products);
  return { owner: members.get(owner.key)!, members, channels, calendar, offered };
}

async function createWorkspace(
  app: INestApplicationContext,
  { id: workspaceId, name, slug }: DemoWorkspace,
  owner: StaffMember & { id: string; accountId: string },
): Promise<CreatedWorkspace> {
  const { id: memberId, accountId, name: ownerName, email } = owner;
  try {
    return await app
      .get(CreateWorkspaceUseCase)
      .execute({ workspaceId, name, slug, language: 'ko', owner: { memberId, accountId, name: ownerName, email } });
  } catch (error) {
    throw error instanceof SlugTaken ? new DemoConflict(`another workspace has the address "${slug}"`) : error;
  }
}

async function addMembers(
  app: INestApplicationContext,
  ctx: TenantContext,
  people: readonly (StaffMember & { id: string; accountId: string })[],
  { roleIds }: CreatedWorkspace,
): Promise<void> {
  const createdAt = app.get(Clock).now();
  for (const { id, accountId, role, name, email } of people) {
    await app.get(MembersRepository).insert(ctx, { id, accountId, roleId: roleIds[role], name, email, createdAt });
    const self: TenantContext = { ...ctx, actor: { kind: 'member', id } };
    app.get(EventLog).append(self, { verb: 'member.joined', subjectKind: 'member', subjectId: id });
  }
}

function memberContext(workspaceId: string, { id, name, role }: StaffMember & { id: string }): RequestContext {
  return {
    workspaceId,
    actor: { kind: 'member', id },
    requestId: 'demo',
    account: null,
    member: { id, name, role },
    permissions: new Set(DEFAULT_ROLES[role]),
    ownRecordsOnly: false,
    memberships: [],
    ip: '127.0.0.1',
    userAgent: 'demo',
    tokenHash: null,
  };
}

/** Korean office hours with lunch and public holidays, as the second version: every workspace begins with plain hours. */
async function setHours(
  app: INestApplicationContext,
  ctx: TenantContext,
  holidays: readonly string[],
): Promise<CompiledCalendar> {
  const calendar: BusinessCalendar = {
    version: 2,
    timeZone: 'Asia/Seoul',
    weekly: { mon: OFFICE_DAY, tue: OFFICE_DAY, wed: OFFICE_DAY, thu: OFFICE_DAY, fri: OFFICE_DAY },
    holidays: [...holidays],
    specialHours: {},
    breaks: {},
  };
  const row = {
    id: newId(),
    version: calendar.version,
    calendar,
    createdBy: ctx.actor.id,
    createdAt: app.get(Clock).now(),
  };
  await app.get(BusinessCalendarsRepository).insert(ctx, row);
  return compileCalendar(calendar);
}

async function addChannels(
  app: INestApplicationContext,
  ctx: TenantContext,
  { channels }: WorkspaceSeed,
): Promise<Map<Platform, SeededChannel>> {
  const made = new Map<Platform, SeededChannel>();
  for (const { platform, name } of channels) {
    const id = newId();
    const secret = `whsec_${randomBytes(32).toString('base64url')}`;
    const signingSecret = app.get(SecretBox).seal(secret);
    const createdAt = app.get(Clock).now();
    const channel = { id, name, kind: 'demo', platform, signingSecret, createdAt, ...platformRules(platform) } as const;
    await app.get(ChannelsRepository).insert(ctx, channel);
    app.get(EventLog).append(ctx, { verb: 'channel.created', subjectKind: 'channel', subjectId: id });
    made.set(platform, { id, key: encodeChannelKey({ workspaceId: ctx.workspaceId, channelId: id }), secret });
  }
  return made;
}

async function addKnowledge(
  app: INestApplicationContext,
  ctx: TenantContext,
  { knowledge }: WorkspaceSeed,
): Promise<void> {
  const now = app.get(Clock).now();
  const entries = knowledge.map((entry) => ({
    id: newId(),
    code: entry.id,
    category: entry.category,
    visibility: entry.visibility,
    autoReply: entry.auto_reply,
    validUntil: entry.valid_until,
    title: entry.title,
    titleKo: entry.title_ko,
    questions: entry.questions,
    answer: entry.answer,
    language: 'en',
    createdAt: now,
    updatedAt: now,
  }));
  await app.get(KnowledgeEntriesRepository).insert(ctx, entries);
}
