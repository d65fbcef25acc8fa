/** Task that measures open inquiries under the hours that stand; the clocks' feature (sla) does it. */
export const MOVE_DUE_TIMES = 'move-due-times';
