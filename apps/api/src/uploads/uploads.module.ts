import { Module } from '@nestjs/common';
import { AttachmentsModule } from '../attachments/index.ts';
import { InboxModule } from '../inbox/index.ts';
import { MakeUploadLinkUseCase } from './make-upload-link.use-case.ts';
import { TakeUploadUseCase } from './take-upload.use-case.ts';
import { UploadLinksResolver } from './upload-links.resolver.ts';
import { UploadRate } from './upload-rate.ts';
import { UploadRoute } from './upload.route.ts';

/** Links through which buyers send files without signing in. */
@Module({
  imports: [AttachmentsModule, InboxModule],
  providers: [MakeUploadLinkUseCase, TakeUploadUseCase, UploadLinksResolver, UploadRate, UploadRoute],
})
export class UploadsModule {}
