/** Name of the job that applies one raw inbound message. */
export const APPLY_INBOUND_MESSAGE = 'apply-inbound-message';
