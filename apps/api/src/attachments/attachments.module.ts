import { Module } from '@nestjs/common';
import { AttachmentContents } from './attachment-contents.ts';
import { AttachmentsResolver } from './attachments.resolver.ts';
import { AttachmentsRoute } from './attachments.route.ts';
import { KeepAttachmentUseCase } from './keep-attachment.use-case.ts';
import { MoveContentsJob } from './move-contents.job.ts';
import { MoveImageUseCase } from './move-image.use-case.ts';
import { RemoveAttachmentUseCase } from './remove-attachment.use-case.ts';
import { RemoveContentJob } from './remove-content.job.ts';

/** Files of buyers, products and conversations. */
@Module({
  providers: [
    AttachmentContents,
    AttachmentsResolver,
    AttachmentsRoute,
    KeepAttachmentUseCase,
    MoveContentsJob,
    MoveImageUseCase,
    RemoveAttachmentUseCase,
    RemoveContentJob,
  ],
  exports: [AttachmentContents, KeepAttachmentUseCase, RemoveAttachmentUseCase],
})
export class AttachmentsModule {}
