/** Start of the id of a row's link. */
export const ROW_ELEMENT_ID = 'queue-row-';

export const rowElementId = (id: string) => ROW_ELEMENT_ID + id;
