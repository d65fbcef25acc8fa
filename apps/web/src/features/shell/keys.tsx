'use client';
import { useEffect, useState } from 'react';
import { displayKeys } from '../../platform/keyboard/shortcut.ts';
import classes from './keys.module.css';

/** A shortcut drawn as key caps. */
export function Keys({ keys }: { keys: string }) {
  const [apple, setApple] = useState(false);
  useEffect(() => setApple(/Mac|iPhone|iPad/.test(window.navigator.userAgent)), []);
  return (
    <span className={classes.keys}>
      {displayKeys(keys, apple).map((key, index) => (
        <kbd key={index} className={classes.key}>
          {key}
        </kbd>
      ))}
    </span>
  );
}
