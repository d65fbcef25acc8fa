import { Field, InterfaceType, ObjectType } from '@nestjs/graphql';

/** Interface of every expected refusal; concrete ones are classes, so that a union finds its member by the constructor. */
@InterfaceType({
  description:
    'Every expected refusal implements this. code is stable, message is English for developers; the web shows its own text by code.',
})
export abstract class Refusal {
  @Field({ description: 'Stable code, such as NOT_FOUND.' })
  readonly code: string;

  @Field({ description: 'English text for developers.' })
  readonly message: string;

  protected constructor(code: string, message: string) {
    this.code = code;
    this.message = message;
  }
}

/** The thing named does not exist in this workspace (or not for this caller). */
@ObjectType({ implements: () => Refusal, description: 'What was named does not exist in this workspace.' })
export class NotFound extends Refusal {
  constructor(message = 'not found') {
    super('NOT_FOUND', message);
  }
}
