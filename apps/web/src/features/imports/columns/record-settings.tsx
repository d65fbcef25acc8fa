'use client';
import { Checkbox, NativeSelect, Radio, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { ImportChannelsDocument } from '../../../generated/graphql.ts';
import { useScreenQuery } from '../../../platform/graphql/use-screen-query.ts';
import { useMay } from '../../../platform/viewer/viewer-provider.tsx';
import type { OpenImport } from '../import-words.ts';
import classes from './columns.module.css';
import { DateOrderChoice } from './date-order-choice.tsx';
import type { SettingsDraft, SettingsShown } from './settings-draft.ts';
import { ZoneField } from './zone-field.tsx';

const KNOWN = ['FILL', 'OVERWRITE', 'SKIP'] as const;

/** How the values are understood, and what happens to records that are here already. */
export function RecordSettings({
  opened,
  has,
  draft,
  onDraft,
}: {
  opened: OpenImport;
  has: SettingsShown;
  draft: SettingsDraft;
  onDraft: (draft: SettingsDraft) => void;
}) {
  const t = useTranslations('imports.columns');
  const patch = (change: Partial<SettingsDraft>) => onDraft({ ...draft, ...change });
  return (
    <div className={classes.settings}>
      {has.dates && (
        <DateOrderChoice opened={opened} value={draft.dateOrder} onChange={(dateOrder) => patch({ dateOrder })} />
      )}
      <div className={classes.fieldGrid}>
        {has.dates && <ZoneField value={draft.timeZone} onChange={(timeZone) => patch({ timeZone })} />}
        {has.money && (
          <>
            <TextInput
              label={t('currency')}
              description={t('currencyAdvice')}
              placeholder="USD"
              maxLength={3}
              autoComplete="off"
              value={draft.currency}
              onChange={(event) => patch({ currency: event.currentTarget.value.toUpperCase() })}
            />
            <NativeSelect
              label={t('decimal')}
              value={draft.decimalComma ? 'comma' : 'point'}
              onChange={(event) => patch({ decimalComma: event.currentTarget.value === 'comma' })}
              data={[
                { value: 'point', label: t('decimals.point') },
                { value: 'comma', label: t('decimals.comma') },
              ]}
            />
          </>
        )}
        {has.channel && <ChannelField draft={draft} onDraft={onDraft} />}
      </div>
      <Radio.Group
        label={t('known')}
        value={draft.known}
        onChange={(value) => patch({ known: KNOWN.find((each) => each === value) ?? 'FILL' })}
      >
        <div className={classes.choices}>
          {KNOWN.map((known) => (
            <Radio key={known} value={known} label={t(`knownChoices.${known}`)} />
          ))}
        </div>
      </Radio.Group>
      {has.history && (
        <Checkbox
          label={t('history')}
          description={t('historyAdvice')}
          checked={draft.history}
          onChange={(event) => patch({ history: event.currentTarget.checked })}
        />
      )}
      <Checkbox
        label={t('saveMapping')}
        description={t('saveMappingAdvice')}
        checked={draft.saveMapping}
        onChange={(event) => patch({ saveMapping: event.currentTarget.checked })}
      />
    </div>
  );
}

const NEW = 'new';

function ChannelField({ draft, onDraft }: { draft: SettingsDraft; onDraft: (draft: SettingsDraft) => void }) {
  const t = useTranslations('imports.columns');
  const may = useMay();
  const { data } = useScreenQuery(ImportChannelsDocument, {}, { pause: !may('channel:read') });
  const channels = data?.channels ?? [];
  if (!may('channel:read')) return null;
  return (
    <>
      <NativeSelect
        label={t('channel')}
        description={t('channelAdvice')}
        value={draft.channelId ?? NEW}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          onDraft({ ...draft, channelId: chosen === NEW ? null : chosen });
        }}
        data={[
          { value: NEW, label: t('channelBySource') },
          ...channels.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      {draft.channelId === null && (
        <TextInput
          label={t('newChannel')}
          description={t('newChannelAdvice')}
          maxLength={80}
          autoComplete="off"
          value={draft.newChannelName}
          onChange={(event) => onDraft({ ...draft, newChannelName: event.currentTarget.value })}
        />
      )}
    </>
  );
}
