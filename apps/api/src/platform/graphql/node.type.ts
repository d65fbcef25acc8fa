import { Field, ID, InterfaceType } from '@nestjs/graphql';

/** Everything with an id of its own. */
@InterfaceType({ description: 'Anything with an id of its own.' })
export abstract class Node {
  @Field(() => ID, { description: 'UUID, unique within the workspace.' })
  id!: string;
}
