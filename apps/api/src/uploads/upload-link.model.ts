import { Field, Int, ObjectType, createUnionType } from '@nestjs/graphql';
import { Node } from '../platform/graphql/node.type.ts';
import { NotFound } from '../platform/graphql/refusal.type.ts';
import { DateTime } from '../platform/graphql/scalars.ts';

@ObjectType({ implements: () => Node, description: 'A link through which a buyer sends files without signing in.' })
export class UploadLink extends Node {
  @Field(() => DateTime, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => DateTime, { description: 'From then on it takes nothing.' })
  expiresAt!: Date;

  @Field({ description: 'Taken back: it takes nothing any more.' })
  revoked!: boolean;

  @Field(() => Int, { description: 'Files that came through it.' })
  usedCount!: number;
}

@ObjectType({ description: 'A link that was just made.' })
export class UploadLinkMade {
  @Field(() => UploadLink, { description: 'The link.' })
  readonly link: UploadLink;

  @Field({ description: 'Its address; told this once, for only a fingerprint is stored.' })
  readonly url: string;

  constructor(link: UploadLink, url: string) {
    this.link = link;
    this.url = url;
  }
}

export const CreateUploadLinkResult = createUnionType({
  name: 'CreateUploadLinkResult',
  description: 'The link with its address, or that there is no such conversation.',
  types: () => [UploadLinkMade, NotFound] as const,
});
