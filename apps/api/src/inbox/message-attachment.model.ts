import { Field, ObjectType } from '@nestjs/graphql';
import { Attachment } from '../attachments/index.ts';

/** A file that came or goes with a message. */
@ObjectType({ description: 'A file that came with a message, or that goes with a reply.' })
export class MessageAttachment {
  @Field({ description: 'File name.' })
  name!: string;

  @Field({ description: 'Content type: as the channel states it, or as the content shows when it is kept here.' })
  contentType!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Where the channel keeps it; null when it came inside the delivery.',
  })
  url!: string | null;

  @Field(() => Attachment, {
    nullable: true,
    description: 'The file itself; null when only its address is known, or when it was not kept.',
  })
  attachment!: Attachment | null;

  @Field({
    description:
      'It came inside the delivery and was not kept: it was empty, larger than 25 MB, or of a type that is refused.',
  })
  refused!: boolean;
}

/** What a message row says of one of its files. */
export interface MessageAttachmentEntry {
  readonly name: string;
  readonly contentType: string;
  readonly url: string | null;
  readonly attachmentId?: string;
  /** How the HTML of a mail names it. */
  readonly contentId?: string;
  readonly refused?: true;
}
