/** Name of the job that gives new conversations to the members whom the rules name. */
export const ASSIGN_CONVERSATIONS = 'assign-conversations';
