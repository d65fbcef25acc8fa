import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTime } from '../platform/graphql/scalars.ts';

/** A file of a buyer, a product or a conversation. */
@ObjectType({
  description:
    'A file of a buyer, a product or a conversation. Sent by PUT /files/{buyers|products|conversations}/{ownerId}/{id}?workspace={slug}&name={name}: raw body of 1 byte to 25 MB; 201, or 200 when the id is stored already. One sent to a conversation waits for the reply that takes it along.',
})
export class Attachment {
  @Field(() => ID, { description: 'UUID.' })
  id!: string;

  @Field({ description: 'Name.' })
  name!: string;

  @Field({ description: 'Media type as the content shows it, not as it was claimed.' })
  contentType!: string;

  @Field(() => Int, { description: 'Size in bytes.' })
  sizeBytes!: number;

  @Field(() => DateTime, { description: 'When it was added.' })
  createdAt!: Date;

  @Field({
    description: 'Address on this origin to download it, or to show it when it is an image; needs the session.',
  })
  path!: string;

  @Field({ description: 'A picture that browsers can show.' })
  isImage!: boolean;

  uploadedById!: string | null;
}
