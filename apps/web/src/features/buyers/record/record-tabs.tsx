'use client';
import { useTranslations } from 'next-intl';
import { lazyPart } from '../../../components/lazy-part.tsx';
import { Panel } from '../../../components/page-frame.tsx';
import type { BuyerRecordFieldsFragment } from '../../../generated/graphql.ts';
import { useUrlState } from '../../../platform/url-state/use-url-state.ts';
import { useMay } from '../../../platform/viewer/viewer-provider.tsx';
import { TABS, type Tab, buyerUrl } from '../list/buyers-url.ts';
import { TabList, TabPanel } from '../tab-list.tsx';
import classes from './buyer-page.module.css';
import { TimelineTab } from './tabs/timeline-tab.tsx';

const TABS_ID = 'buyer';

/** All but the first are opened now and then, so loaded when they are. */
const InquiriesTab = lazyPart(() => import('./tabs/inquiries-tab.tsx').then((module) => module.InquiriesTab));
const SamplesTab = lazyPart(() => import('./tabs/samples-tab.tsx').then((module) => module.SamplesTab));
const OrdersTab = lazyPart(() => import('./tabs/orders-tab.tsx').then((module) => module.OrdersTab));
const FilesTab = lazyPart(() => import('./tabs/files-tab.tsx').then((module) => module.FilesTab));
const NotesTab = lazyPart(() => import('./tabs/notes-tab.tsx').then((module) => module.NotesTab));
const GrowthTab = lazyPart(() => import('./tabs/growth-tab.tsx').then((module) => module.GrowthTab));

/** The history of one buyer, by kind; the address says which is open. */
export function RecordTabs({ buyer }: { buyer: BuyerRecordFieldsFragment }) {
  const t = useTranslations('buyers');
  const may = useMay();
  const [{ tab }, set] = useUrlState(buyerUrl);
  const tabs = TABS.filter((name) => name !== 'samples' || may('sample:read'));
  const selected = tabs.includes(tab) ? tab : 'timeline';
  return (
    <Panel flush>
      <TabList
        id={TABS_ID}
        label={t('historyOf', { name: buyer.name })}
        tabs={tabs.map((name) => ({ name, text: t(`tabs.${name}`) }))}
        selected={selected}
        onSelect={(next) => set({ tab: next }, 'replace')}
      />
      <TabPanel id={TABS_ID} name={selected} className={classes.tabBody}>
        <TabContent tab={selected} buyer={buyer} />
      </TabPanel>
    </Panel>
  );
}

function TabContent({ tab, buyer }: { tab: Tab; buyer: BuyerRecordFieldsFragment }) {
  switch (tab) {
    case 'timeline':
      return <TimelineTab buyerId={buyer.id} />;
    case 'inquiries':
      return <InquiriesTab buyerId={buyer.id} />;
    case 'samples':
      return <SamplesTab buyerId={buyer.id} erased={buyer.erasedAt !== null} />;
    case 'orders':
      return <OrdersTab buyerId={buyer.id} />;
    case 'files':
      return <FilesTab buyerId={buyer.id} erased={buyer.erasedAt !== null} />;
    case 'notes':
      return <NotesTab buyerId={buyer.id} erased={buyer.erasedAt !== null} />;
    case 'growth':
      return <GrowthTab buyerId={buyer.id} erased={buyer.erasedAt !== null} />;
  }
}
