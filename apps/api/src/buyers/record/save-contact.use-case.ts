import { Injectable } from '@nestjs/common';
import { visibleLine } from '@dangol/crm';
import { BuyerContactsRepository, BuyersRepository, EventLog, UnitOfWork, refuse, type Refused } from '@dangol/db';
import { Clock } from '../../platform/clock/clock.ts';
import type { RequestContext } from '../../platform/context/request-context.ts';
import { NotFound } from '../../platform/graphql/refusal.type.ts';
import { InvalidField } from '../../platform/graphql/shared-refusals.ts';
import type { BuyerOutcome } from './answer-buyer.ts';
import { readField } from './editable-fields.ts';
import { readEmail } from './read-email.ts';
import { readPhone } from './read-phone.ts';
import type { SaveContactInput } from './record.input.ts';

type Outcome = BuyerOutcome<NotFound | InvalidField>;

interface Person {
  name: string | null;
  email: string | null;
  phone: string | null;
  language: string | null;
  timeZone: string | null;
}

/** Adds, changes and removes the people at a buyer. */
@Injectable()
export class SaveContactUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly buyers: BuyersRepository,
    private readonly contacts: BuyerContactsRepository,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  keep(ctx: RequestContext, input: SaveContactInput): Promise<Outcome> {
    return this.unitOfWork.run<Outcome>(ctx, async () => {
      const buyer = await this.buyers.findById(ctx, input.buyerId, { lock: true });
      const known = await this.contacts.findById(ctx, input.id);
      if (!buyer || buyer.erasedAt || (known && known.buyerId !== buyer.id)) return refuse(new NotFound());
      const person = readPerson(input, buyer.country);
      if (person instanceof InvalidField) return refuse(person);
      if (known) await this.contacts.update(ctx, known.id, person);
      else await this.contacts.insert(ctx, { id: input.id, buyerId: buyer.id, ...person, createdAt: this.clock.now() });
      this.append(ctx, 'buyer.contact_saved', buyer.id, input.id);
      return { buyerId: buyer.id };
    });
  }

  remove(ctx: RequestContext, id: string): Promise<string | Refused<NotFound>> {
    return this.unitOfWork.run<string | Refused<NotFound>>(ctx, async () => {
      const contact = await this.contacts.findById(ctx, id, { lock: true });
      if (!contact) return refuse(new NotFound());
      await this.contacts.delete(ctx, id);
      this.append(ctx, 'buyer.contact_removed', contact.buyerId, id);
      return id;
    });
  }

  private append(ctx: RequestContext, verb: string, buyerId: string, contactId: string): void {
    this.events.append(ctx, { verb, subjectKind: 'contact', subjectId: contactId, buyerId });
  }
}

function readPerson(input: SaveContactInput, country: string | null): Person | InvalidField {
  const name = input.name?.trim() ? visibleLine(input.name) : null;
  if (input.name?.trim() && !name) return new InvalidField('name', 'A name must hold something that can be seen');
  const email = input.email?.trim() ? readEmail(input.email) : null;
  if (input.email?.trim() && !email) return new InvalidField('email', 'This is no e-mail address');
  const phone = input.phone?.trim() ? readPhone(input.phone, country) : null;
  if (phone && 'problem' in phone) return new InvalidField('phone', phone.problem);
  if (!name && !email && !phone) return new InvalidField('name', 'A person needs a name, an e-mail address or a phone');
  const read: Record<string, string | null> = {};
  for (const field of ['language', 'timeZone'] as const) {
    const one = readField(field, input[field]);
    if ('problem' in one) return new InvalidField(field, one.problem);
    read[field] = one.value as string | null;
  }
  const { language = null, timeZone = null } = read;
  return { name, email, phone: phone?.e164 ?? null, language, timeZone };
}
