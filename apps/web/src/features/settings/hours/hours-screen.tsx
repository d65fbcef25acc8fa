'use client';
import { NativeSelect } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { Panel } from '../../../components/page-frame.tsx';
import { FailureState, Loading } from '../../../components/states.tsx';
import { BusinessHoursPageDocument } from '../../../generated/graphql.ts';
import { useScreenQuery } from '../../../platform/graphql/use-screen-query.ts';
import { useMay } from '../../../platform/viewer/viewer-provider.tsx';
import classes from '../settings.module.css';
import { HoursEditor } from './hours-editor.tsx';

const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** When the team works: the week, holidays and days that differ. Due times are counted in these hours. */
export function HoursScreen() {
  const t = useTranslations('settings.hours');
  const may = useMay();
  const asked = useSearchParams().get('channel');
  const channelId = asked !== null && UUID.test(asked) ? asked : null;
  const query = useScreenQuery(
    BusinessHoursPageDocument,
    { channelId, withChannels: may('channel:read') },
    {
      refreshOn: ({ verb, subjectKind }) =>
        verb === 'business_hours.saved' || verb.startsWith('workspace.') || subjectKind === 'channel',
    },
  );
  const own = (query.data?.channels ?? []).filter(({ ownHours }) => ownHours);
  const chosen = own.find(({ id }) => id === channelId)?.id ?? null;
  return (
    <>
      {own.length > 0 && <ChannelPicker channels={own} chosen={chosen} />}
      {query.failure !== null && (
        <FailureState failure={query.failure} onRetry={query.reload} compact={query.data !== null} />
      )}
      {query.loading && (
        <Panel title={t('week')} lead={t('lead')}>
          <Loading onRetry={query.reload} rows={7} />
        </Panel>
      )}
      {query.data && (
        <HoursEditor
          key={chosen ?? 'workspace'}
          current={query.data.businessHours}
          channelId={chosen}
          unconfirmed={
            chosen === null && query.data.movingIn.steps.some(({ key, state }) => key === 'HOURS' && state === 'OPEN')
          }
          readOnly={!may('workspace:manage')}
          onSaved={query.reload}
        />
      )}
    </>
  );
}

/** Whose hours are shown; the address carries it, so that a link leads to the hours of a channel. */
function ChannelPicker({
  channels,
  chosen,
}: {
  channels: readonly { readonly id: string; readonly name: string }[];
  chosen: string | null;
}) {
  const t = useTranslations('settings.hours');
  const router = useRouter();
  const path = usePathname();
  return (
    <div className={classes.picker}>
      <NativeSelect
        label={t('of')}
        value={chosen ?? ''}
        data={[
          { value: '', label: t('ofWorkspace') },
          ...channels.map(({ id, name }) => ({ value: id, label: t('ofChannel', { name }) })),
        ]}
        onChange={(event) => {
          const next = event.currentTarget.value;
          router.replace(next === '' ? path : `${path}?channel=${next}`);
        }}
      />
    </div>
  );
}
