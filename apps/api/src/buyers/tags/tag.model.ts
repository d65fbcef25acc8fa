import { Field, ID, ObjectType } from '@nestjs/graphql';

/** A free tag of the team. Those by rule (first order, repeat) are no rows. */
@ObjectType({ description: "A free tag of the team's own." })
export class Tag {
  @Field(() => ID, { description: 'UUID.' })
  id!: string;

  @Field({ description: 'Name; unique in the workspace whatever its case.' })
  name!: string;

  /** Set where it was counted with the rest; otherwise the resolver counts. */
  buyerCount?: number;
}
