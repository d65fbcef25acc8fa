/** Name of the job that hands one queued reply to its channel. */
export const DELIVER_REPLY = 'deliver-reply';
