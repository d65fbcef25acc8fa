import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Refusal } from './refusal.type.ts';

/** A field of the input cannot be taken as it is. */
@ObjectType({ implements: () => Refusal, description: 'A field of the input cannot be taken as it is.' })
export class InvalidField extends Refusal {
  @Field({ description: 'Path of the field inside the input, such as rate or groups.0.buyers.' })
  readonly field: string;

  constructor(field: string, message: string) {
    super('INVALID_FIELD', message);
    this.field = field;
  }
}

/** Somebody saved another version of these rules meanwhile. */
@ObjectType({
  implements: () => Refusal,
  description: 'Somebody saved another version of these rules meanwhile; nothing was saved.',
})
export class RulesMoved extends Refusal {
  @Field(() => Int, { description: 'The version that stands now.' })
  readonly version: number;

  constructor(version: number) {
    super('RULES_MOVED', `version ${version} was saved meanwhile`);
    this.version = version;
  }
}

/** Somebody saved the thing meanwhile. */
@ObjectType({ implements: () => Refusal, description: 'Somebody saved it meanwhile; nothing was saved.' })
export class VersionConflict extends Refusal {
  @Field(() => Int, { description: 'The version that stands now.' })
  readonly version: number;

  constructor(version: number) {
    super('VERSION_CONFLICT', `version ${version} was saved meanwhile`);
    this.version = version;
  }
}

/** There are as many of these as the workspace may have. */
@ObjectType({ implements: () => Refusal, description: 'There are as many of these as there may be.' })
export class LimitReached extends Refusal {
  @Field(() => Int, { description: 'How many there may be.' })
  readonly limit: number;

  constructor(limit: number) {
    super('LIMIT_REACHED', `there may be at most ${limit}`);
    this.limit = limit;
  }
}

/** Another one has the name. */
@ObjectType({ implements: () => Refusal, description: 'Another one of this workspace has this name.' })
export class NameTaken extends Refusal {
  constructor() {
    super('NAME_TAKEN', 'another one has this name');
  }
}
