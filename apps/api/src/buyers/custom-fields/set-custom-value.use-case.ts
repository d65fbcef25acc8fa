import { Injectable } from '@nestjs/common';
import { customValue, MAX_CUSTOM_TEXT } from '@dangol/crm';
import { BuyersRepository, CustomFieldsRepository, EventLog, TenantDatabase, UnitOfWork, refuse } from '@dangol/db';
import { Clock } from '../../platform/clock/clock.ts';
import type { RequestContext } from '../../platform/context/request-context.ts';
import { NotFound } from '../../platform/graphql/refusal.type.ts';
import { InvalidField } from '../../platform/graphql/shared-refusals.ts';
import type { BuyerOutcome } from '../record/answer-buyer.ts';
import { FieldConflict } from '../record/buyer-saved.type.ts';
import { queryLastFieldChange } from '../record/last-field-change.query.ts';
import type { SetCustomValueInput } from './custom-field.model.ts';

type Outcome = BuyerOutcome<NotFound | FieldConflict | InvalidField>;

const PROBLEMS = {
  empty: 'There is nothing in it that can be seen',
  too_long: `At most ${MAX_CUSTOM_TEXT} characters`,
  not_a_number: 'A number such as 1200 or 0.5, without separators',
  not_a_date: 'A day that exists, as YYYY-MM-DD',
  not_a_choice: 'It is none of the choices',
};

/** Enters a value into a custom field of a buyer, unless somebody changed it meanwhile. */
@Injectable()
export class SetCustomValueUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly buyers: BuyersRepository,
    private readonly fields: CustomFieldsRepository,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  execute(ctx: RequestContext, { buyerId, fieldId, value, seen }: SetCustomValueInput): Promise<Outcome> {
    return this.unitOfWork.run<Outcome>(ctx, async () => {
      const field = await this.fields.findById(ctx, fieldId, { lock: true }); // its choices and kind stand meanwhile
      const buyer = await this.buyers.findById(ctx, buyerId, { lock: true });
      if (!buyer || buyer.erasedAt || !field || field.archivedAt) return refuse(new NotFound());
      const read = value?.trim() ? customValue(field.kind, field.choices, value) : { value: null };
      if ('problem' in read) return refuse(new InvalidField('value', PROBLEMS[read.problem]));
      const custom = buyer.custom as Record<string, string>;
      const stored = custom[fieldId] ?? null;
      if (stored === read.value) return { buyerId };
      if (stored !== (seen?.trim() ? seen.trim() : null)) {
        const change = await queryLastFieldChange(this.database, ctx, buyerId, fieldId);
        return refuse(new FieldConflict('value', { current: stored, ...change }));
      }
      const { [fieldId]: _before, ...others } = custom;
      const next = read.value === null ? others : { ...others, [fieldId]: read.value };
      await this.buyers.update(ctx, buyerId, { custom: next, updatedAt: this.clock.now() });
      this.events.append(ctx, {
        verb: 'buyer.changed',
        subjectKind: 'buyer',
        subjectId: buyerId,
        buyerId,
        data: { fields: [fieldId], custom: true },
      });
      return { buyerId };
    });
  }
}
