import { Injectable } from '@nestjs/common';
import { EventLog, refuse, RolesRepository, TenantDatabase, UnitOfWork } from '@dangol/db';
import type { Refused, RoleEntity } from '@dangol/db';
import { Clock } from '../platform/clock/clock.ts';
import type { RequestContext } from '../platform/context/request-context.ts';
import { CodedError } from '../platform/errors/coded-error.ts';
import { NotFound } from '../platform/graphql/refusal.type.ts';
import { InvalidField, NameTaken } from '../platform/graphql/shared-refusals.ts';
import { PERMISSIONS } from '../platform/permissions/permissions.ts';
import { SessionSignals } from '../platform/session/session-signals.ts';
import { lackedFor } from './grant-rule.ts';
import { queryRole } from './list-roles.query.ts';
import { CannotGrant, type CreateRoleInput, type Role, RoleFixed, type UpdateRoleInput } from './role.model.ts';

type Refusals = NotFound | RoleFixed | CannotGrant | NameTaken | InvalidField;
type Outcome = Role | Refused<Refusals>;
type Rights = Pick<RoleEntity, 'permissions' | 'ownRecordsOnly'>;

const OWNER = 'owner';
/** Words of any language, as people name things; nothing that looks like something else on a screen. */
const KEY = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} _-]*$/u;
const NONE: Rights = { permissions: [], ownRecordsOnly: true };

/** Changes what a role allows, or makes a role. Works at once for everybody who has it, in every process and on open sockets. */
@Injectable()
export class SaveRoleUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly roles: RolesRepository,
    private readonly signals: SessionSignals,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /** Gives a role exactly these rights. */
  update(ctx: RequestContext, input: UpdateRoleInput): Promise<Outcome> {
    return this.unitOfWork.run<Outcome>(ctx, async () => {
      const [role] = await this.roles.find(ctx, { key: input.key }, { limit: 1, lock: true });
      if (!role) return refuse(new NotFound(`no role "${input.key}"`));
      if (role.key === OWNER) return refuse(new RoleFixed());
      const refusal = refusalOf(ctx, role, input);
      if (refusal) return refuse(refusal);
      if (!sameRights(role, input)) await this.change(ctx, role, input);
      return (await queryRole(this.database, ctx, role.id)) ?? refuse(new NotFound());
    });
  }

  /** Makes a role; the same id again answers the role as it is. */
  create(ctx: RequestContext, input: CreateRoleInput): Promise<Outcome> {
    return this.unitOfWork.run<Outcome>(ctx, async () => {
      const known = await this.roles.findById(ctx, input.id);
      if (known && known.key !== input.key) throw new CodedError('CONFLICT', 'The id belongs to another role');
      if (!known) {
        if (!KEY.test(input.key))
          return refuse(new InvalidField('key', 'a name is made of letters, digits and spaces'));
        const refusal = refusalOf(ctx, NONE, input);
        if (refusal) return refuse(refusal);
        const made = (await this.insert(ctx, input)) || (await this.roles.findById(ctx, input.id)); // sent twice at once
        if (!made) return refuse(new NameTaken());
      }
      return (await queryRole(this.database, ctx, input.id)) ?? refuse(new NotFound());
    });
  }

  private async change(ctx: RequestContext, role: RoleEntity, input: UpdateRoleInput): Promise<void> {
    const { ownRecordsOnly } = input;
    const permissions = ordered(input.permissions);
    await this.roles.update(ctx, role.id, { permissions, ownRecordsOnly });
    const data = {
      role: role.key,
      added: permissions.filter((permission) => !role.permissions.includes(permission)),
      removed: role.permissions.filter((permission) => !permissions.includes(permission)),
      ownRecordsOnly,
    };
    this.events.append(ctx, { verb: 'role.changed', subjectKind: 'role', subjectId: role.id, data });
    await this.signals.rightsChanged(ctx.workspaceId);
  }

  private async insert(ctx: RequestContext, input: CreateRoleInput): Promise<boolean> {
    const { id, key, ownRecordsOnly } = input;
    const taken = await this.roles.find(ctx, {});
    if (taken.some((role) => role.key.toLowerCase() === key.toLowerCase())) return false;
    const row = { id, key, permissions: ordered(input.permissions), ownRecordsOnly, createdAt: this.clock.now() };
    if (!(await this.roles.insertIfNew(ctx, row, ['key']))) return false; // somebody was faster
    const data = { role: key, permissions: row.permissions, ownRecordsOnly };
    this.events.append(ctx, { verb: 'role.created', subjectKind: 'role', subjectId: id, data });
    return true;
  }
}

/** Why these rights may not replace those, or null. */
function refusalOf(ctx: RequestContext, from: Rights, to: Rights): InvalidField | CannotGrant | null {
  const unknown = to.permissions.find((permission) => !(PERMISSIONS as readonly string[]).includes(permission));
  if (unknown !== undefined) return new InvalidField('permissions', `there is no permission "${unknown}"`);
  const touched = new Set(from.permissions).symmetricDifference(new Set(to.permissions));
  const viewTouched = from.ownRecordsOnly !== to.ownRecordsOnly;
  const lacked = lackedFor(ctx, { permissions: [...touched], ownRecordsOnly: !viewTouched });
  return lacked && new CannotGrant(lacked);
}

function sameRights(role: Rights, wanted: Rights): boolean {
  const difference = new Set(role.permissions).symmetricDifference(new Set(wanted.permissions));
  return role.ownRecordsOnly === wanted.ownRecordsOnly && difference.size === 0;
}

/** Each once, in the order of the list of all. */
function ordered(permissions: readonly string[]): string[] {
  return PERMISSIONS.filter((permission) => permissions.includes(permission));
}
