import { createUnionType, Field, ID, ObjectType } from '@nestjs/graphql';
import { NotFound } from './refusal.type.ts';

/** What was removed is gone; only its id is left. */
@ObjectType({ description: 'What was removed is gone.' })
export class Removed {
  @Field(() => ID, { description: 'Id of what was removed.' })
  readonly id: string;

  constructor(id: string) {
    this.id = id;
  }
}

/** Outcome of a removal. */
export const RemoveResult = createUnionType({
  name: 'RemoveResult',
  description: 'Outcome of a removal.',
  types: () => [Removed, NotFound] as const,
});
