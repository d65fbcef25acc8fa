export { AttachmentRow } from './attachment-row.tsx';
export { downloadAddress, type AttachmentOwner } from './attachment-address.ts';
export { FileDrop } from './file-drop.tsx';
export { RemoveAttachmentDialog } from './remove-attachment-dialog.tsx';
export { UploadList } from './upload-list.tsx';
export { fileSize } from './file-size.ts';
export { useRemoveAttachment } from './use-remove-attachment.ts';
export { useUploads } from './use-uploads.ts';
