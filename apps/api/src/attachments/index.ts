export { Attachment } from './attachment.model.ts';
export { AttachmentContents, MAX_ATTACHMENT_BYTES, type StoredContent } from './attachment-contents.ts';
export { attachmentName } from './attachment-name.ts';
export {
  ATTACHMENT_PATH,
  queryAttachmentsOfBuyer,
  queryAttachmentsOfMessages,
  queryAttachmentsOfProducts,
  queryPendingAttachments,
} from './attachments.query.ts';
export { AttachmentsModule } from './attachments.module.ts';
export { KeepAttachmentUseCase } from './keep-attachment.use-case.ts';
export { RemoveAttachmentUseCase } from './remove-attachment.use-case.ts';
export { INLINE_TYPES } from './recognise-content.ts';
