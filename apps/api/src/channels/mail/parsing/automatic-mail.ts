/** The headers that tell whether a machine wrote a mail, lower-case names. */
export type HeaderLookup = (name: string) => string | undefined;

/** Why a mail counts as written by a machine. */
export type AutomaticReason = 'auto-replied' | 'auto-generated' | 'list' | 'bulk' | 'null-path';

/** Local parts that machines of mail systems write from. */
const MACHINES = /^(mailer-daemon|postmaster|mail-daemon|double-bounce)@/i;

/**
 * Whether a machine wrote the mail (RFC 3834, RFC 2919, and what programs of the field set instead); null when a person did as
 * far as its headers say. Such a mail starts no clock and is never answered by a machine of ours.
 */
export function automaticReason(header: HeaderLookup, from: string | null): AutomaticReason | null {
  const submitted = (header('auto-submitted') ?? 'no').split(';', 1)[0]!.trim().toLowerCase();
  if (submitted.startsWith('auto-replied')) return 'auto-replied';
  if (submitted !== 'no' && submitted !== '') return 'auto-generated';
  const precedence = header('precedence')?.trim().toLowerCase();
  if (precedence === 'auto_reply' || header('x-autoreply') !== undefined || header('x-autorespond') !== undefined)
    return 'auto-replied';
  if (header('list-id') !== undefined || precedence === 'list') return 'list';
  if (precedence === 'bulk' || precedence === 'junk') return 'bulk';
  if (header('return-path')?.replaceAll(/\s/g, '') === '<>' || (from !== null && MACHINES.test(from)))
    return 'null-path';
  // An Exchange server asks that nobody answer this mail; on the mail of a person it asks only for some kinds of answers.
  const suppress = header('x-auto-response-suppress')?.toLowerCase() ?? '';
  return /\ball\b/.test(suppress) ? 'auto-generated' : null;
}
