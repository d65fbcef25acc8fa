/** Name of the job that reads one inbound message and prepares a draft. */
export const PREPARE_DRAFT = 'prepare-draft';
