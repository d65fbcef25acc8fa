'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { lazyPart } from '../../../../components/lazy-part.tsx';
import { Panel } from '../../../../components/page-frame.tsx';
import classes from '../buyer-page.module.css';
import type { RailPanelProps } from './buyer-rail.tsx';
import { WebLink } from './web-link.tsx';

const LinksDialog = lazyPart(() => import('./links-dialog.tsx').then((module) => module.LinksDialog));

/** Pages of the buyer on the web: shop, social accounts, company register. */
export function LinksPanel({ buyer, mayChange, onChanged }: RailPanelProps) {
  const t = useTranslations('buyers.links');
  const [editing, setEditing] = useState(false);
  return (
    <Panel
      title={t('title')}
      actions={
        mayChange && (
          <Button variant="subtle" onClick={() => setEditing(true)}>
            {t('edit')}
          </Button>
        )
      }
    >
      {buyer.links.length === 0 && <p className={classes.nothing}>{t('none')}</p>}
      <ul className={classes.contacts}>
        {buyer.links.map(({ label, url }) => (
          <li key={`${label} ${url}`} dir="auto">
            <WebLink address={url} {...(label !== '' && { name: label })} />
          </li>
        ))}
      </ul>
      {editing && <LinksDialog buyer={buyer} onClose={() => setEditing(false)} onSaved={onChanged} />}
    </Panel>
  );
}
