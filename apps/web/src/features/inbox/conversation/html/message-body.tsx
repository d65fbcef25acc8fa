'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useRef, useState } from 'react';
import { MessageHtmlDocument } from '../../../../generated/graphql.ts';
import { useScreenQuery } from '../../../../platform/graphql/use-screen-query.ts';
import { LinkedText } from '../linked-text.tsx';
import { HtmlFrame } from './html-frame.tsx';
import classes from './html.module.css';
import { readHtml } from './read-html.ts';
import { sameWords } from './same-words.ts';

interface MessageBodyProps {
  conversationId: string;
  messageId: string;
  text: string;
}

/**
 * A message that has HTML. Its plain text stands first when both say the same; else the formatted one. Pictures from elsewhere are loaded
 * when the reader asks, for this message and this visit alone: their servers learn that it was read.
 */
export function MessageBody({ conversationId, messageId, text }: MessageBodyProps) {
  const t = useTranslations('inbox.message');
  const place = useRef<HTMLDivElement>(null);
  const inSight = useInSight(place);
  const [images, setImages] = useState(false);
  const [chosen, setChosen] = useState<'plain' | 'formatted' | null>(null);
  const { data, failure } = useScreenQuery(
    MessageHtmlDocument,
    { conversationId, messageId, images },
    { pause: !inSight, keepPrevious: true },
  );
  const safe = data?.conversation?.message?.safeHtml ?? null;
  const contents = useMemo(() => (safe ? readHtml(safe.html) : null), [safe]);
  const first = contents && !sameWords(text, contents.words) ? 'formatted' : 'plain';
  const formatted = (chosen ?? first) === 'formatted' && safe !== null;
  const hosts = contents?.blockedHosts ?? [];
  const from = hosts.length > 1 ? t('moreHosts', { host: hosts[0]!, count: hosts.length - 1 }) : (hosts[0] ?? '');
  const blocked = safe?.blockedImages ?? 0;
  return (
    <div ref={place}>
      {failure && <p role="alert">{t('htmlFailed')}</p>}
      {formatted ? (
        <div className={classes.wide}>
          <HtmlFrame html={safe.html} images={images} />
        </div>
      ) : (
        <LinkedText text={text} />
      )}
      {safe !== null && (
        <div className={classes.acts}>
          {formatted && blocked > 0 && !images && (
            <Button variant="default" onClick={() => setImages(true)}>
              {from === '' ? t('showImagesOf', { count: blocked }) : t('showImages', { count: blocked, hosts: from })}
            </Button>
          )}
          <Button variant="subtle" color="gray" onClick={() => setChosen(formatted ? 'plain' : 'formatted')}>
            {t(formatted ? 'showPlain' : 'showFormatted')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** True once the element has come near the part of the page that is seen. */
function useInSight(place: { readonly current: HTMLElement | null }): boolean {
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    const element = place.current;
    if (seen || !element) return undefined;
    const observer = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && setSeen(true),
      { rootMargin: '200px' },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [seen, place]);
  return seen;
}
