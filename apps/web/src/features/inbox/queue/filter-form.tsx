'use client';
import { Button, NativeSelect } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { InboxFacetsDocument } from '../../../generated/graphql.ts';
import { FailureState } from '../../../components/states.tsx';
import { useScreenQuery } from '../../../platform/graphql/use-screen-query.ts';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { ChoiceButtons } from '../../buyers/index.ts';
import { SavedViews } from '../../saved-views/index.ts';
import type { Directory } from '../directory/use-directory.ts';
import { INTENTS } from '../draft/verdict-codes.ts';
import { GRADES, LEVELS, OWN_PLACE } from '../inbox-url.ts';
import { CopyLink } from './copy-link.tsx';
import { FacetChoice } from './facet-choice.tsx';
import classes from './queue.module.css';
import { useTopicName } from './use-topic-name.ts';
import type { QueueUrl } from './use-queue-url.ts';

/** What the list can be narrowed by, with how many each choice leaves; and the list as a link or under a name. */
export function FilterForm({ queueUrl, directory }: { queueUrl: QueueUrl; directory: Directory }) {
  const t = useTranslations('inbox');
  const formats = useFormats();
  const topicName = useTopicName();
  const { values, set, active, clear, filter } = queueUrl;
  const { data, failure, reload } = useScreenQuery(
    InboxFacetsDocument,
    { filter },
    { keepPrevious: true, refreshOn: ({ conversationId }) => conversationId !== null },
  );
  const facets = data?.inboxFacets ?? null;
  const inTheirOrder = (codes: readonly string[]) => INTENTS.filter((code) => codes.includes(code));
  return (
    <>
      <div className={classes.filterActs}>
        <SavedViews screen="INBOX" page="inbox" leaveOut={OWN_PLACE} />
        <CopyLink />
      </div>
      <ChoiceButtons
        labelled
        label={t('grade')}
        choices={GRADES}
        chosen={values.grade}
        onChange={(grade) => set({ grade })}
      />
      <ChoiceButtons
        labelled
        label={t('level')}
        choices={LEVELS}
        chosen={values.level}
        onChange={(level) => set({ level })}
      />
      {failure && <FailureState failure={failure} onRetry={reload} compact />}
      <FacetChoice
        label={t('country')}
        facets={facets?.countries ?? null}
        chosen={values.country}
        nameOf={formats.country}
        onChange={(country) => set({ country })}
      />
      <FacetChoice
        label={t('language')}
        facets={facets?.languages ?? null}
        chosen={values.language}
        nameOf={formats.language}
        onChange={(language) => set({ language })}
      />
      <FacetChoice
        label={t('topic')}
        facets={facets?.topics ?? null}
        chosen={values.topic}
        nameOf={topicName}
        onChange={(topic) => set({ topic: inTheirOrder(topic) })}
      />
      {directory.channels.length > 0 && (
        <NativeSelect
          label={t('channel')}
          value={values.channel ?? ''}
          onChange={(event) => set({ channel: event.currentTarget.value || null })}
          data={[
            { value: '', label: t('anyChannel') },
            ...directory.channels.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
      {directory.members.length > 0 && values.view !== 'MINE' && (
        <NativeSelect
          label={t('assignee')}
          value={values.assignee ?? ''}
          onChange={(event) => set({ assignee: event.currentTarget.value || null })}
          data={[
            { value: '', label: t('anyone') },
            ...directory.members.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
      {active > 0 && (
        <Button variant="subtle" onClick={clear}>
          {t('clearFilters')}
        </Button>
      )}
    </>
  );
}
