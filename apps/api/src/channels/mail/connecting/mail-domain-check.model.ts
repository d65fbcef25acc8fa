import { Field, ObjectType } from '@nestjs/graphql';
import { DateTime } from '../../../platform/graphql/scalars.ts';

/** One record of a domain. */
@ObjectType({ description: 'One record of a domain.' })
export class MailDomainFinding {
  @Field({ description: 'SPF, DKIM or DMARC.' })
  record!: string;

  @Field({ description: 'OK, WEAK, MISSING, INVALID or UNKNOWN (the lookup failed).' })
  state!: string;

  @Field({ description: 'Stable code of what was found, such as SPF_ALL_OPEN; the screen says it in words.' })
  reason!: string;

  @Field(() => String, { nullable: true, description: 'The record as published; null without one.' })
  published!: string | null;
}

/** How a domain says that a server may send for it. */
@ObjectType({ description: 'How a domain says that a server may send for it.' })
export class MailDomainCheck {
  @Field({ description: "The domain of the channel's address." })
  domain!: string;

  @Field(() => DateTime, { description: 'When it was looked up.' })
  checkedAt!: Date;

  @Field(() => [MailDomainFinding], { description: 'SPF, DKIM and DMARC, in this order.' })
  findings!: MailDomainFinding[];
}
