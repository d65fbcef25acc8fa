import { isEmail } from 'class-validator';

/** An e-mail address in lower case; null when it is none. */
export function readEmail(entered: string): string | null {
  const email = entered.trim().toLowerCase();
  return isEmail(email) ? email : null;
}
