/** Name of the job that removes the content of an attachment that is gone. */
export const REMOVE_CONTENT = 'attachment-remove-content';
