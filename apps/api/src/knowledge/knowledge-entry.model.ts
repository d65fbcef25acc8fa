import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Node } from '../platform/graphql/node.type.ts';
import { LocalDate } from '../platform/graphql/scalars.ts';

@ObjectType({ implements: () => Node, description: 'An entry of the knowledge base, which drafts may cite.' })
export class KnowledgeEntry extends Node {
  @Field({ description: 'Short code, such as KB-001; unique.' })
  code!: string;

  @Field(() => Int, { description: 'Counts up with each change.' })
  version!: number;

  @Field({ description: 'Topic.' })
  category!: string;

  @Field({ description: 'public: may be quoted to buyers. internal: for the team only.' })
  visibility!: string;

  @Field({ description: 'May be sent without a person.' })
  autoReply!: boolean;

  @Field(() => LocalDate, { nullable: true, description: 'Last day on which it may be quoted.' })
  validUntil!: string | null;

  @Field({ description: 'Title.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'Title in Korean.' })
  titleKo!: string | null;

  @Field(() => [String], { description: 'Questions that it answers.' })
  questions!: string[];

  @Field({ description: 'The answer, word for word as drafts quote it.' })
  answer!: string;

  @Field({ description: 'ISO 639-1 code of its language.' })
  language!: string;
}
