import { Injectable } from '@nestjs/common';
import {
  BuyersRepository,
  EventLog,
  TenantDatabase,
  UnitOfWork,
  refuse,
  type BuyerEntity,
  type RowPatch,
} from '@dangol/db';
import { Clock } from '../../platform/clock/clock.ts';
import type { RequestContext } from '../../platform/context/request-context.ts';
import { maySeeMoney } from '../../platform/permissions/field-permissions.ts';
import { NotFound } from '../../platform/graphql/refusal.type.ts';
import { InvalidField } from '../../platform/graphql/shared-refusals.ts';
import { RegradeBuyerUseCase } from './regrade-buyer.use-case.ts';
import type { BuyerOutcome } from './answer-buyer.ts';
import { FieldConflict } from './buyer-saved.type.ts';
import { EDITABLE_FIELDS, fieldText, readField, type EditableField } from './editable-fields.ts';
import { queryLastFieldChange } from './last-field-change.query.ts';
import type { UpdateBuyerInput } from './record.input.ts';

type Outcome = BuyerOutcome<NotFound | FieldConflict | InvalidField>;

/** Facts that the grade rests on (spec crm, Grade). */
const GRADED: readonly EditableField[] = ['companyType', 'employees', 'annualPurchaseMinor', 'webSite'];

/** Edits a buyer's record: all named fields or none. Two people who edit one field: the second is told, two who edit two fields both win. */
@Injectable()
export class UpdateBuyerUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly buyers: BuyersRepository,
    private readonly regrade: RegradeBuyerUseCase,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  execute(ctx: RequestContext, { id, changes, seen }: UpdateBuyerInput): Promise<Outcome> {
    return this.unitOfWork.run<Outcome>(ctx, async () => {
      const buyer = await this.buyers.findById(ctx, id, { lock: true });
      if (!buyer || buyer.erasedAt) return refuse(new NotFound());
      const patch: Partial<Record<EditableField, unknown>> = {};
      for (const field of namedFields(changes)) {
        const read = readField(field, changes[field]);
        if ('problem' in read) return refuse(new InvalidField(field, read.problem));
        const stored = fieldText(buyer[field]);
        if (fieldText(read.value) === stored) continue; // somebody, or this very edit before, has saved the same
        if (!sawStored(field, seen[field], stored)) {
          return refuse(
            new FieldConflict(field, {
              current: field === 'annualPurchaseMinor' && !maySeeMoney(ctx) ? null : stored,
              ...(await queryLastFieldChange(this.database, ctx, buyer.id, field)),
            }),
          );
        }
        patch[field] = read.value;
      }
      const fields = Object.keys(patch) as EditableField[];
      if (fields.length === 0) return { buyerId: buyer.id };
      const now = this.clock.now();
      await this.buyers.update(ctx, buyer.id, { ...(patch as RowPatch<BuyerEntity>), updatedAt: now });
      this.events.append(ctx, {
        verb: 'buyer.changed',
        subjectKind: 'buyer',
        subjectId: buyer.id,
        buyerId: buyer.id,
        data: { fields },
      });
      if (fields.some((field) => GRADED.includes(field))) await this.regrade.execute(ctx, buyer.id, 'facts', now);
      return { buyerId: buyer.id };
    });
  }
}

function namedFields(changes: UpdateBuyerInput['changes']): EditableField[] {
  return (Object.keys(EDITABLE_FIELDS) as EditableField[]).filter((field) => changes[field] !== undefined);
}

/** The editor saw what is stored, as it is or as it would be stored today: what a channel brought may be written otherwise. */
function sawStored(field: EditableField, seen: unknown, stored: string | null): boolean {
  if (fieldText(seen) === stored) return true;
  const read = readField(field, seen);
  return !('problem' in read) && fieldText(read.value) === stored;
}
