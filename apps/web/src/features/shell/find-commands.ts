import type { Shortcut } from '../../platform/keyboard/shortcut-registry.ts';

const ORDER = { record: 0, navigate: 1, general: 2 } as const;

/** The palette's commands that contain every word, acts on the open record first. */
export function findCommands<Command extends Pick<Shortcut, 'label' | 'group' | 'palette'>>(
  commands: readonly Command[],
  words: string,
): Command[] {
  const wanted = words.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return commands
    .filter(
      ({ palette, label, group }) =>
        palette !== undefined && wanted.every((word) => `${group} ${label}`.toLocaleLowerCase().includes(word)),
    )
    .sort((a, b) => ORDER[a.palette ?? 'general'] - ORDER[b.palette ?? 'general']);
}
