/** Task that derives clocks anew from the logs: of a channel (`payload.channelId`), or of all without one. */
export const DERIVE_CLOCKS = 'derive-clocks';
