'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useWorkspace } from '../../../../platform/viewer/viewer-provider.tsx';
import { downloadAddress } from '../../../attachments/index.ts';
import classes from './html.module.css';
import { frameDocument } from './read-html.ts';

/**
 * A stranger's HTML in a frame of its own: no scripts (the sandbox has no allow-scripts), no forms, its own policy, as high as what it
 * holds. The frame is of our origin only so that its height can be read.
 */
export function HtmlFrame({ html, images }: { html: string; images: boolean }) {
  const t = useTranslations('inbox.message');
  const { slug } = useWorkspace();
  const frame = useRef<HTMLIFrameElement>(null);
  const [height, setHeight] = useState<number | null>(null);
  const source = useMemo(
    () =>
      frameDocument(html, {
        images,
        textPx: Number.parseFloat(getComputedStyle(document.documentElement).fontSize),
        addressOf: (path) => downloadAddress(path, slug),
      }),
    [html, images, slug],
  );

  useEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    let observer: ResizeObserver | null = null;
    const fit = () => {
      const inner = element.contentDocument;
      if (!inner?.body) return;
      observer?.disconnect();
      const read = () => setHeight(Math.ceil(inner.body.getBoundingClientRect().height) + 1);
      observer = new ResizeObserver(read);
      observer.observe(inner.body);
      read();
    };
    element.addEventListener('load', fit);
    fit();
    return () => {
      element.removeEventListener('load', fit);
      observer?.disconnect();
    };
  }, [source]);

  return (
    <iframe
      ref={frame}
      className={classes.frame}
      title={t('formatted')}
      sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
      referrerPolicy="no-referrer"
      srcDoc={source}
      style={height === null ? undefined : { height }}
    />
  );
}
