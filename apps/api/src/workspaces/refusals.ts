import { Field, ObjectType } from '@nestjs/graphql';
import { Refusal } from '../platform/graphql/refusal.type.ts';
import { DateTime } from '../platform/graphql/scalars.ts';

/** E-mail and password do not belong together; which of the two is wrong is never said. */
@ObjectType({ implements: () => Refusal, description: 'E-mail and password do not belong together.' })
export class InvalidCredentials extends Refusal {
  constructor() {
    super('INVALID_CREDENTIALS', 'e-mail and password do not belong together');
  }
}

/** Too many failures under this e-mail or from this address. */
@ObjectType({ implements: () => Refusal, description: 'Too many failures under this e-mail or from this address.' })
export class TooManyAttempts extends Refusal {
  @Field(() => DateTime, { description: 'When the next attempt is allowed.' })
  readonly retryAt: Date;

  constructor(retryAt: Date) {
    super('TOO_MANY_ATTEMPTS', 'too many attempts; wait until retryAt');
    this.retryAt = retryAt;
  }
}

/** Another account has the e-mail. */
@ObjectType({ implements: () => Refusal, description: 'Another account has this e-mail.' })
export class EmailTaken extends Refusal {
  constructor() {
    super('EMAIL_TAKEN', 'another account has this e-mail');
  }
}

/** The link is unknown, used, revoked or too old. */
@ObjectType({ implements: () => Refusal, description: 'The invitation is unknown, used, revoked or too old.' })
export class InvitationInvalid extends Refusal {
  constructor() {
    super('INVITATION_INVALID', 'the invitation is unknown, used, revoked or too old');
  }
}

/** The person belongs to the workspace already. */
@ObjectType({ implements: () => Refusal, description: 'The person belongs to the workspace already.' })
export class AlreadyMember extends Refusal {
  constructor() {
    super('ALREADY_MEMBER', 'the person belongs to the workspace already');
  }
}

/** A workspace always keeps an owner. */
@ObjectType({ implements: () => Refusal, description: 'The last owner of a workspace stays its owner.' })
export class LastOwner extends Refusal {
  constructor() {
    super('LAST_OWNER', 'a workspace keeps at least one owner');
  }
}
