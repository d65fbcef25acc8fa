'use client';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { Dialog } from '../../components/dialog.tsx';
import { type Shortcut, useShortcutRegistry } from '../../platform/keyboard/shortcuts-provider.tsx';
import { Keys } from './keys.tsx';
import { findCommands } from './find-commands.ts';
import classes from './palette.module.css';

/** Goes anywhere and acts on what is open; the record on screen comes first. */
export function Palette({ onClose }: { onClose: () => void }) {
  const t = useTranslations('shell');
  return (
    <Dialog opened onClose={onClose} title={t('palette')} size="lg">
      <PaletteBody onClose={onClose} />
    </Dialog>
  );
}

function PaletteBody({ onClose }: { onClose: () => void }) {
  const t = useTranslations('shell');
  const { registry } = useShortcutRegistry();
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState(0);
  const listId = useId();
  const commands = findCommands(registry.list(), words);
  const active = Math.min(chosen, commands.length - 1);

  const run = (command: Shortcut | undefined) => {
    if (command === undefined) return;
    onClose();
    command.run();
  };
  const move = (by: number) => setChosen((active + by + commands.length) % Math.max(1, commands.length));

  return (
    <>
      <input
        className={classes.input}
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={commands[active] ? `${listId}-${active}` : undefined}
        aria-label={t('paletteInput')}
        placeholder={t('paletteInput')}
        data-autofocus
        autoComplete="off"
        value={words}
        onChange={(event) => {
          setWords(event.currentTarget.value);
          setChosen(0);
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'ArrowDown') move(1);
          else if (event.key === 'ArrowUp') move(-1);
          else if (event.key === 'Enter') run(commands[active]);
          else return;
          event.preventDefault();
        }}
      />
      <ul id={listId} role="listbox" aria-label={t('palette')} className={classes.list}>
        {commands.map((command, index) => (
          <li
            key={`${command.group} ${command.keys}`}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === active}
            className={classes.option}
            onMouseMove={() => setChosen(index)}
            onClick={() => run(command)}
          >
            <span>{command.label}</span>
            <Keys keys={command.keys} />
          </li>
        ))}
      </ul>
      {commands.length === 0 && <p className={classes.none}>{t('paletteNone', { words })}</p>}
    </>
  );
}
