/** Name of the job that tells when an answer that was promised to a buyer falls due. */
export const PROMISE_DUE = 'promise-due';
