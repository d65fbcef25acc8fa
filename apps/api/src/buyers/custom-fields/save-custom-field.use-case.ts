import { Injectable } from '@nestjs/common';
import { visibleLine } from '@dangol/crm';
import {
  CustomFieldsRepository,
  EventLog,
  TenantDatabase,
  UnitOfWork,
  refuse,
  wholeWorkspace,
  type CustomFieldEntity,
  type Refused,
} from '@dangol/db';
import { Clock } from '../../platform/clock/clock.ts';
import type { RequestContext } from '../../platform/context/request-context.ts';
import { NotFound } from '../../platform/graphql/refusal.type.ts';
import { InvalidField, LimitReached, NameTaken } from '../../platform/graphql/shared-refusals.ts';
import { queryCustomField, queryValuesInUse } from './custom-fields.query.ts';
import type { CustomField, SaveCustomFieldInput } from './custom-field.model.ts';

/** Live custom fields of one workspace. */
export const MAX_CUSTOM_FIELDS = 30;
const MAX_NAME = 60;

type Refusal = NotFound | NameTaken | InvalidField | LimitReached;
type Outcome = CustomField | Refused<Refusal>;

/** Makes, changes and archives the workspace's own fields of buyers. */
@Injectable()
export class SaveCustomFieldUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly fields: CustomFieldsRepository,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  define(caller: RequestContext, input: SaveCustomFieldInput): Promise<Outcome> {
    return this.changeFields(caller, input.id, async (ctx) => {
      const name = visibleLine(input.name);
      if (!name || name.length > MAX_NAME)
        return refuse(new InvalidField('name', `A field has a name of 1 to ${MAX_NAME} characters that can be seen`));
      const choices = readChoices(input);
      if (choices instanceof InvalidField) return refuse(choices);
      const live = await this.fields.find(ctx, { archivedAt: null });
      const known = await this.fields.findById(ctx, input.id, { lock: true });
      if (known?.archivedAt) return refuse(new NotFound());
      if (live.some((field) => field.id !== input.id && field.name.toLowerCase() === name.toLowerCase()))
        return refuse(new NameTaken());
      const refusal = known
        ? await this.change(ctx, known, name, input.kind, choices)
        : await this.make(ctx, input, name, choices, live);
      return refusal && refuse(refusal);
    });
  }

  /** The field is no longer shown; what was entered stays, and comes with an export. */
  archive(caller: RequestContext, id: string): Promise<Outcome> {
    return this.changeFields(caller, id, async (ctx) => {
      const field = await this.fields.findById(ctx, id, { lock: true });
      if (!field) return refuse(new NotFound());
      if (!field.archivedAt) {
        await this.fields.update(ctx, id, { archivedAt: this.clock.now() });
        this.append(ctx, 'custom_field.archived', id);
      }
      return null;
    });
  }

  /** Fields are everybody's: they are changed over the whole workspace, and answered as the caller sees them. */
  private async changeFields(
    caller: RequestContext,
    id: string,
    change: (ctx: RequestContext) => Promise<Refused<Refusal> | null>,
  ): Promise<Outcome> {
    const ctx = wholeWorkspace(caller);
    const refused = await this.unitOfWork.run<Refused<Refusal> | null>(ctx, async () => {
      await this.oneAtATime(ctx);
      return change(ctx);
    });
    return refused ?? (await queryCustomField(this.database, caller, id))!;
  }

  private async make(
    ctx: RequestContext,
    { id, kind }: SaveCustomFieldInput,
    name: string,
    choices: string[],
    live: readonly CustomFieldEntity[],
  ): Promise<Refusal | null> {
    if (live.length >= MAX_CUSTOM_FIELDS) return new LimitReached(MAX_CUSTOM_FIELDS);
    const position = 1 + Math.max(0, ...live.map((field) => field.position));
    await this.fields.insert(ctx, { id, name, kind, choices, position, createdAt: this.clock.now() });
    this.append(ctx, 'custom_field.saved', id);
    return null;
  }

  private async change(
    ctx: RequestContext,
    known: CustomFieldEntity,
    name: string,
    kind: CustomFieldEntity['kind'],
    choices: string[],
  ): Promise<Refusal | null> {
    const used = await queryValuesInUse(this.database, ctx, known.id);
    const total = [...used.values()].reduce((sum, n) => sum + n, 0);
    if (kind !== known.kind && total > 0)
      return new InvalidField('kind', `${total} buyers have a value of this kind; make another field`);
    const gone = kind === 'choice' ? [...used].filter(([value]) => !choices.includes(value)) : [];
    if (gone.length > 0) {
      const buyers = gone.reduce((sum, [, n]) => sum + n, 0);
      return new InvalidField(
        'choices',
        `${buyers} buyers have a choice that would be gone; give them another one first`,
      );
    }
    if (known.name === name && known.kind === kind && same(known.choices, choices)) return null;
    await this.fields.update(ctx, known.id, { name, kind, choices });
    this.append(ctx, 'custom_field.saved', known.id);
    return null;
  }

  /** Thirty fields are thirty, and one name is one field, however many managers save at once. */
  private async oneAtATime(ctx: RequestContext): Promise<void> {
    await this.database.query(ctx, `select pg_advisory_xact_lock(hashtextextended($1, 0))`, [
      `${ctx.workspaceId}:custom-fields`,
    ]);
  }

  private append(ctx: RequestContext, verb: string, id: string): void {
    this.events.append(ctx, { verb, subjectKind: 'custom_field', subjectId: id });
  }
}

function readChoices({ kind, choices }: SaveCustomFieldInput): string[] | InvalidField {
  if (kind !== 'choice')
    return choices?.length ? new InvalidField('choices', 'Only a field of choices has choices') : [];
  const read = (choices ?? []).map(visibleLine);
  if (read.length === 0 || read.includes(null))
    return new InvalidField('choices', 'A field of choices needs at least one, and each must be seen');
  const plain = read.filter((choice) => choice !== null);
  return new Set(plain).size < plain.length ? new InvalidField('choices', 'A choice is there twice') : plain;
}

function same(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((value, i) => value === other[i]);
}
