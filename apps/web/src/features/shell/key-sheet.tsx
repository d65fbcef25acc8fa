'use client';
import { Switch } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { Dialog } from '../../components/dialog.tsx';
import { type Shortcut, useShortcutRegistry } from '../../platform/keyboard/shortcuts-provider.tsx';
import { Keys } from './keys.tsx';
import classes from './key-sheet.module.css';

/** The keys that work right now, by group, in the order in which they were declared. */
function byGroup(shortcuts: readonly Shortcut[]): [group: string, Shortcut[]][] {
  const groups = new Map<string, Shortcut[]>();
  for (const shortcut of shortcuts) {
    const group = groups.get(shortcut.group) ?? [];
    if (!group.some(({ keys }) => keys === shortcut.keys)) group.push(shortcut);
    groups.set(shortcut.group, group);
  }
  return [...groups];
}

export function KeySheet({ onClose }: { onClose: () => void }) {
  const t = useTranslations('shell');
  const { registry, disabled, setDisabled } = useShortcutRegistry();
  return (
    <Dialog opened onClose={onClose} title={t('keySheet')} size="lg">
      <div className={classes.groups}>
        {byGroup(registry.list()).map(([group, shortcuts]) => (
          <section key={group}>
            <h3 className={classes.group}>{group}</h3>
            <dl className={classes.list}>
              {shortcuts.map(({ keys, label }) => (
                <div key={keys} className={classes.row}>
                  <dt>{label}</dt>
                  <dd>
                    <Keys keys={keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <Switch
        className={classes.switch}
        size="md"
        checked={!disabled}
        onChange={(event) => setDisabled(!event.currentTarget.checked)}
        label={t('singleKeys')}
        description={t('singleKeysAdvice')}
      />
    </Dialog>
  );
}
