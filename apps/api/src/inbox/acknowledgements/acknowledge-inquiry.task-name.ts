/** Name of the job that answers a message with the channel's automatic acknowledgement. */
export const ACKNOWLEDGE_INQUIRY = 'acknowledge-inquiry';
