'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { PlusIcon } from '../../../../components/icons.tsx';
import {
  BuyerGrowthDocument,
  type BuyerGrowthQuery,
  LogSupportDocument,
  RemoveSupportDocument,
} from '../../../../generated/graphql.ts';
import { useScreenQuery } from '../../../../platform/graphql/use-screen-query.ts';
import { useFormats } from '../../../../platform/i18n/use-formats.ts';
import { useToasts } from '../../../../platform/toasts/toasts-provider.tsx';
import { useMay } from '../../../../platform/viewer/viewer-provider.tsx';
import { useSimpleAct } from '../../use-simple-act.ts';
import classes from '../buyer-page.module.css';
import { GrowthFigures } from './growth-figures.tsx';
import { SupportForm } from './support-form.tsx';
import { TabState } from './tab-state.tsx';

export type Support = NonNullable<BuyerGrowthQuery['buyer']>['support'];
type Entry = Support['entries'][number];

/** What we gave to help the buyer grow, and how their orders went before and since. */
export function GrowthTab({ buyerId, erased }: { buyerId: string; erased: boolean }) {
  const t = useTranslations('buyers.growth');
  const may = useMay();
  const [adding, setAdding] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const query = useScreenQuery(
    BuyerGrowthDocument,
    { id: buyerId },
    { refreshOn: (event) => event.buyerId === buyerId && /support|order/.test(event.verb) },
  );
  const mayChange = may('buyer:write') && !erased;
  const close = () => {
    setAdding(false);
    // The field that had the focus is gone; it returns to where it came from.
    requestAnimationFrame(() => opener.current?.focus());
  };
  const done = () => {
    close();
    query.reload();
  };
  return (
    <>
      {mayChange &&
        (adding ? (
          <SupportForm buyerId={buyerId} onDone={done} onCancel={close} />
        ) : (
          <p className={classes.tabActs}>
            <Button ref={opener} variant="default" leftSection={<PlusIcon />} onClick={() => setAdding(true)}>
              {t('log')}
            </Button>
          </p>
        ))}
      <TabState query={query}>
        {({ buyer }) =>
          buyer && (
            <>
              <GrowthFigures support={buyer.support} />
              {buyer.support.entries.length === 0 && <p className={classes.nothing}>{t('none')}</p>}
              <ul className={classes.entries}>
                {buyer.support.entries.map((entry) => (
                  <SupportItem
                    key={entry.id}
                    buyerId={buyerId}
                    entry={entry}
                    mayChange={mayChange}
                    onChanged={query.reload}
                  />
                ))}
              </ul>
            </>
          )
        }
      </TabState>
    </>
  );
}

interface SupportItemProps {
  buyerId: string;
  entry: Entry;
  mayChange: boolean;
  onChanged: () => void;
}

function SupportItem({ buyerId, entry, mayChange, onChanged }: SupportItemProps) {
  const t = useTranslations('buyers.growth');
  const formats = useFormats();
  const { show } = useToasts();
  const [remove, removing] = useSimpleAct(RemoveSupportDocument, (data) => data.removeSupport);
  const [log] = useSimpleAct(LogSupportDocument, (data) => data.logSupport);
  const removeIt = async () => {
    if (!(await remove({ id: entry.id }))) return;
    onChanged();
    const { id, kind, what, givenAt, sampleId } = entry;
    const undo = async () => {
      if (await log({ input: { id, buyerId, kind, what, givenAt, sampleId } })) onChanged();
    };
    show({ message: t('removed', { what }), undo: () => void undo() });
  };
  return (
    <li className={classes.contact}>
      <span className={classes.contactText}>
        <span dir="auto">
          <strong>{t(`kinds.${entry.kind}`)}</strong> {entry.what}
        </span>
        <span className={classes.dim}>
          {[formats.day(entry.givenAt), entry.givenBy?.name].filter(Boolean).join(' · ')}
        </span>
      </span>
      {mayChange && (
        <Button
          variant="subtle"
          color="red"
          c="var(--dg-danger)"
          aria-label={t('removeOne', { what: entry.what })}
          loading={removing}
          onClick={() => void removeIt()}
        >
          {t('remove')}
        </Button>
      )}
    </li>
  );
}
