'use client';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import classes from './message.module.css';
import { splitLinks } from './split-links.ts';

/** Message text exactly as it came; each paragraph takes its own direction. Links name the host they lead to. */
export function LinkedText({ text }: { text: string }) {
  const t = useTranslations('inbox');
  const parts = useMemo(() => splitLinks(text), [text]);
  return (
    <div className={classes.text} dir="auto">
      {parts.map((part, index) =>
        part.kind === 'text' ? (
          <span key={index}>{part.text}</span>
        ) : (
          <span key={index}>
            <a href={part.href} target="_blank" rel="noopener noreferrer nofollow">
              {part.text}
            </a>{' '}
            <span className={classes.host}>{t('leadsTo', { host: part.host })}</span>
          </span>
        ),
      )}
    </div>
  );
}
