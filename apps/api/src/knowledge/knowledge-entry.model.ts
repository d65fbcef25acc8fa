import { createUnionType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../platform/graphql/connection.ts';
import { Node } from '../platform/graphql/node.type.ts';
import { NotFound } from '../platform/graphql/refusal.type.ts';
import { DateTime, LocalDate } from '../platform/graphql/scalars.ts';
import { InvalidField, VersionConflict } from '../platform/graphql/shared-refusals.ts';

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

  @Field({ description: 'Past its last day, in the zone of the workspace: drafts no longer cite it.' })
  expired!: boolean;

  @Field(() => DateTime, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => DateTime, { description: 'When it was last changed.' })
  updatedAt!: Date;
}

@ObjectType({ description: 'Entries of the knowledge base, by code.' })
export class KnowledgeEntryConnection extends connectionOf('KnowledgeEntry', KnowledgeEntry) {
  @Field(() => Int, { description: 'How many there are on all pages.' })
  totalCount!: number;
}

@ObjectType({ description: 'A category of the knowledge base.' })
export class KnowledgeCategory {
  @Field({ description: 'Its name, such as shipping.' })
  name!: string;

  @Field(() => Int, { description: 'Entries in it.' })
  entryCount!: number;
}

@ObjectType({ description: 'A question that nearly every buyer asks, for the start of a knowledge base.' })
export class KnowledgeStarter {
  @Field({ description: 'Which question, such as shipping.' })
  key!: string;

  @Field(() => ID, { nullable: true, description: 'The entry that answers it; null while none does.' })
  entryId!: string | null;
}

@ObjectType({ description: 'The entry as saved.' })
export class KnowledgeSaved {
  @Field(() => KnowledgeEntry, { description: 'The entry.' })
  entry!: KnowledgeEntry;
}

/** Outcome of saving an entry. */
export const SaveKnowledgeResult = createUnionType({
  name: 'SaveKnowledgeResult',
  description: 'Outcome of saving an entry of the knowledge base.',
  types: () => [KnowledgeSaved, NotFound, InvalidField, VersionConflict] as const,
});
