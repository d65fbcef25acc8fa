import { Field, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { Node } from '../../../platform/graphql/node.type.ts';
import { DateTime } from '../../../platform/graphql/scalars.ts';
import { contactField } from '../../../platform/permissions/field-permissions.ts';

/** An address that no mail may reach. */
@ObjectType({ implements: () => Node, description: 'An address that no mail may reach.' })
export class MailSuppression extends Node {
  @Field(() => String, {
    nullable: true,
    middleware: [contactField],
    description: 'The address, lower case; null for a caller without contact:read.',
  })
  address!: string | null;

  @Field({ description: 'bounced, complained, unsubscribed or by_hand.' })
  reason!: string;

  @Field(() => String, { nullable: true, description: 'What the other server said, or the note of the person.' })
  detail!: string | null;

  @Field(() => DateTime, { description: 'When it was put on the list.' })
  createdAt!: Date;
}

/** A page of the suppression list. */
@ObjectType({ description: 'A page of the addresses that no mail may reach.' })
export class MailSuppressionConnection extends connectionOf('MailSuppression', MailSuppression) {}
