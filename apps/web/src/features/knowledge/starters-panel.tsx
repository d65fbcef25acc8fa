'use client';
import { STARTER_QUESTIONS, type StarterQuestion } from '@dangol/crm';
import { Button } from '@mantine/core';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { CheckIcon } from '../../components/icons.tsx';
import { Panel } from '../../components/page-frame.tsx';
import classes from './knowledge.module.css';

/** The start: ten questions that nearly every buyer asks. It goes by itself when all are answered, and can be folded. */
export function StartersPanel({
  starters,
  onAnswer,
  onOpen,
}: {
  starters: readonly { readonly key: string; readonly entryId: string | null }[];
  onAnswer: (question: StarterQuestion) => void;
  onOpen: (entryId: string) => void;
}) {
  const t = useTranslations('knowledge.start');
  const locale = useLocale();
  const entryOf = (key: string) => starters.find((each) => each.key === key)?.entryId ?? null;
  const answered = STARTER_QUESTIONS.filter(({ key }) => entryOf(key) !== null).length;
  const [shown, setShown] = useState<boolean | null>(null);
  // Open while the base is young; whoever has most answers wants the list.
  const open = shown ?? answered < STARTER_QUESTIONS.length / 2;
  if (answered === STARTER_QUESTIONS.length) return null;
  return (
    <Panel
      title={t('title')}
      lead={t('lead', { answered, total: STARTER_QUESTIONS.length })}
      actions={
        <Button variant="subtle" color="gray" c="inherit" aria-expanded={open} onClick={() => setShown(!open)}>
          {t(open ? 'fold' : 'unfold')}
        </Button>
      }
      flush
    >
      {open && (
        <ol className={classes.starters}>
          {STARTER_QUESTIONS.map((question) => {
            const entryId = entryOf(question.key);
            const title = locale === 'ko' ? question.titleKo : question.title;
            return (
              <li key={question.key} className={classes.starter} data-answered={entryId !== null || undefined}>
                <span className={classes.starterMark} aria-hidden>
                  {entryId !== null && <CheckIcon />}
                </span>
                <span className={classes.starterWords}>
                  <span className={classes.strong}>{title}</span>
                  <span className={classes.dim} lang="en">
                    {question.questions[0]}
                  </span>
                </span>
                {entryId === null ? (
                  <Button variant="default" onClick={() => onAnswer(question)} aria-label={t('answerOf', { title })}>
                    {t('answer')}
                  </Button>
                ) : (
                  <Button
                    variant="subtle"
                    color="gray"
                    c="inherit"
                    onClick={() => onOpen(entryId)}
                    aria-label={t('editOf', { title })}
                  >
                    {t('edit')}
                  </Button>
                )}
              </li>
            );
          })}
        </ol>
      )}
    </Panel>
  );
}
