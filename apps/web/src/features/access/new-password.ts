/** Shortest password that the API takes; said before it is refused. */
export const NEW_PASSWORD_LENGTH = 8;
