/** Kinds of acts that the list can be narrowed to: prefixes of verbs, as the API takes them. */
export const AUDIT_KINDS = [
  'buyer.',
  'grading',
  'sample',
  'role.',
  'member.',
  'goal.',
  'assignment',
  'note.',
  'reply.',
  'inquiry.',
  'conversation.',
  'channel.',
  'knowledge.',
  'product.',
  'announcement.',
  'export.',
  'archive.',
] as const;
export type AuditKind = (typeof AUDIT_KINDS)[number];

const isPlain = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

/** "from → to" of an event's data, when it says both or the new one; null when it says neither. */
export function movedText(
  data: Readonly<Record<string, unknown>>,
  word: (value: string) => string = (value) => value,
): string | null {
  const { from, to } = data;
  if (!isPlain(to)) return null;
  return isPlain(from) ? `${word(String(from))} → ${word(String(to))}` : word(String(to));
}
