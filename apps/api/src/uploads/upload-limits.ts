import { MAX_ATTACHMENT_BYTES } from '../attachments/index.ts';

/** So long a link takes files. */
export const LINK_LIFE_MS = 14 * 86_400_000;

/** What a link takes in all, and of one file. */
export const UPLOAD_LIMITS = {
  files: 20,
  fileBytes: MAX_ATTACHMENT_BYTES,
  bytes: 100 * 1024 * 1024,
  noteLength: 5_000,
} as const;
