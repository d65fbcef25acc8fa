import { Injectable } from '@nestjs/common';
import { DEFAULT_SLA_POLICY, defaultGradingRules } from '@dangol/crm';
import {
  BusinessCalendarsRepository,
  EventLog,
  GradingRulesRepository,
  MembersRepository,
  newId,
  RolesRepository,
  SlaPoliciesRepository,
  TenantDatabase,
  UnitOfWork,
} from '@dangol/db';
import type { TenantContext } from '@dangol/db';
import { Clock } from '../platform/clock/clock.ts';
import { DEFAULT_ROLES } from '../platform/permissions/permissions.ts';
import type { DefaultRole } from '../platform/permissions/permissions.ts';
import { DEFAULT_BASE_CURRENCY, DEFAULT_TIME_ZONE, defaultCalendar } from './default-settings.ts';
import type { Language } from './language.enum.ts';
import { slugCandidates } from './slug.ts';
import { SlugTaken } from './slug-taken.error.ts';

/** The workspace to make. Ids and slug may be given (seed, tests); else they are new. */
export interface NewWorkspaceCommand {
  readonly workspaceId?: string;
  readonly name: string;
  readonly slug?: string;
  readonly language: Language;
  readonly owner: {
    readonly memberId?: string;
    readonly accountId: string;
    readonly name: string;
    readonly email: string;
  };
}

/** The workspace as made. */
export interface CreatedWorkspace {
  readonly workspaceId: string;
  readonly slug: string;
  readonly ownerId: string;
  readonly roleIds: Readonly<Record<DefaultRole, string>>;
}

const INSERT_WORKSPACE = `
  insert into workspaces (id, slug, name, time_zone, base_currency, language, created_at)
  values ($1, $2, $3, $4, $5, $6, $7) on conflict (slug) do nothing returning id`;

/** Makes a workspace that can be worked in at once: roles, an owner, office hours, targets and grading rules. */
@Injectable()
export class CreateWorkspaceUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes it, in the caller's unit when there is one (whose workspace must be `command.workspaceId`).
   * @throws SlugTaken when `command.slug` is another workspace's
   */
  execute(command: NewWorkspaceCommand): Promise<CreatedWorkspace> {
    const workspaceId = command.workspaceId ?? newId();
    const ownerId = command.owner.memberId ?? newId();
    const ctx: TenantContext = { workspaceId, actor: { kind: 'member', id: ownerId } };
    return this.unitOfWork.run(ctx, async () => {
      const slug = await this.insertWorkspace(ctx, command);
      const roleIds = await this.insertRoles(ctx);
      const { accountId, name, email } = command.owner;
      await new MembersRepository(this.unitOfWork).insert(ctx, {
        id: ownerId,
        accountId,
        roleId: roleIds.owner,
        name,
        email: email.toLowerCase(),
        createdAt: this.clock.now(),
      });
      await this.insertSettings(ctx, ownerId);
      this.events.append(ctx, { verb: 'workspace.created', subjectKind: 'workspace', subjectId: workspaceId });
      return { workspaceId, slug, ownerId, roleIds };
    });
  }

  /** Tries one slug after the other: which are taken by other workspaces cannot be read from here. */
  private async insertWorkspace(ctx: TenantContext, { name, slug, language }: NewWorkspaceCommand): Promise<string> {
    const rest = [name, DEFAULT_TIME_ZONE, DEFAULT_BASE_CURRENCY, language, this.clock.now()];
    for (const candidate of slug ? [slug] : slugCandidates(name)) {
      const made = await this.database.query(ctx, INSERT_WORKSPACE, [ctx.workspaceId, candidate, ...rest]);
      if (made.length === 1) return candidate;
    }
    throw new SlugTaken(String(slug));
  }

  private async insertRoles(ctx: TenantContext): Promise<Record<DefaultRole, string>> {
    const createdAt = this.clock.now();
    const keys = Object.keys(DEFAULT_ROLES) as DefaultRole[];
    const roles = keys.map((key) => ({ id: newId(), key, permissions: [...DEFAULT_ROLES[key]], createdAt }));
    await new RolesRepository(this.unitOfWork).insert(ctx, roles);
    return Object.fromEntries(roles.map(({ key, id }) => [key, id])) as Record<DefaultRole, string>;
  }

  private async insertSettings(ctx: TenantContext, createdBy: string): Promise<void> {
    const first = () => ({ id: newId(), version: 1, createdBy, createdAt: this.clock.now() });
    const calendar = defaultCalendar(DEFAULT_TIME_ZONE);
    await new BusinessCalendarsRepository(this.unitOfWork).insert(ctx, { ...first(), calendar });
    await new SlaPoliciesRepository(this.unitOfWork).insert(ctx, { ...first(), policy: DEFAULT_SLA_POLICY });
    await new GradingRulesRepository(this.unitOfWork).insert(ctx, {
      ...first(),
      rules: defaultGradingRules(DEFAULT_BASE_CURRENCY),
    });
  }
}
