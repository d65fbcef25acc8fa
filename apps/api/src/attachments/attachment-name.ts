import { visibleLine } from '@dangol/crm';

const MAX_NAME = 200;

/** A name without folders, or null; the end of a long one stays, because it says what kind of file it is. */
export function attachmentName(entered: string): string | null {
  const name = visibleLine(entered.split(/[/\\]/).at(-1) ?? '');
  if (!name || /^\.+$/.test(name)) return null;
  return name.length <= MAX_NAME ? name : `${name.slice(0, MAX_NAME - 20)}…${name.slice(-19)}`.toWellFormed();
}
