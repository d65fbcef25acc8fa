'use client';
import { useTranslations } from 'next-intl';
import { ChevronDownIcon } from '../../../components/icons.tsx';
import { Menu, MenuItem } from '../../../components/menu.tsx';
import { INTENTS } from '../draft/verdict-codes.ts';
import { useTopicName } from '../queue/use-topic-name.ts';
import classes from './conversation.module.css';

/** What the inquiry is about, as the assistant filed it or a person corrected it. */
export function TopicMenu({
  topic,
  byMember,
  onChoose,
}: {
  topic: string | null;
  byMember: boolean;
  onChoose: ((topic: string, name: string) => void) | null;
}) {
  const t = useTranslations('inbox');
  const nameOf = useTopicName();
  const shown = topic === null ? t('noTopic') : nameOf(topic);
  if (onChoose === null) return topic === null ? null : <span className={classes.topicText}>{shown}</span>;
  return (
    <Menu
      label={t('topic')}
      width="17rem"
      trigger={(props) => (
        <button
          type="button"
          className={classes.topic}
          aria-label={t('topicChange', { topic: shown })}
          title={byMember ? t('topicByMember') : undefined}
          {...props}
        >
          {shown}
          <ChevronDownIcon width="0.875em" height="0.875em" />
        </button>
      )}
    >
      {INTENTS.map((code) => (
        <MenuItem key={code} checked={code === topic} onClick={() => onChoose(code, nameOf(code))}>
          {nameOf(code)}
        </MenuItem>
      ))}
    </Menu>
  );
}
