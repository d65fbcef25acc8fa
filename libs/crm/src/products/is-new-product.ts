/** A product counts as new so many days from its launch on, the day of the launch included. */
export const NEW_FOR_DAYS = 90;

const DAY_MS = 86_400_000;

/** True on the 90 days that begin with the launch; a product without a launch day, or launched later, is not new. */
export function isNewProduct(launchedOn: string | null, today: string): boolean {
  if (launchedOn === null || launchedOn > today) return false;
  return Date.parse(today) - Date.parse(launchedOn) < NEW_FOR_DAYS * DAY_MS;
}
