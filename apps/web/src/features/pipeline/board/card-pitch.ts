/** Height of a card with the gap below it, in rem (board.module.css); fixed, so that only the cards in sight are drawn. */
export const CARD_PITCH_REM = 9.5;
