import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTime } from '../../platform/graphql/scalars.ts';

/** A file kept with a buyer. */
@ObjectType({
  description:
    'A file kept with a buyer. Sent by PUT /files/buyers/{buyerId}/{fileId}?workspace={slug}&name={name}: raw body of 1 byte to 10 MB, its Content-Type; 201, or 200 when the id is stored already.',
})
export class BuyerFile {
  @Field(() => ID, { description: 'UUID.' })
  id!: string;

  @Field({ description: 'Name.' })
  name!: string;

  @Field({ description: 'Media type as it was sent.' })
  contentType!: string;

  @Field(() => Int, { description: 'Size in bytes.' })
  sizeBytes!: number;

  @Field(() => DateTime, { description: 'When it was added.' })
  createdAt!: Date;

  @Field({ description: 'Address on this origin to download it; needs the session.' })
  path!: string;

  uploadedById!: string | null;
}
