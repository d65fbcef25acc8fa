'use client';
import { useTranslations } from 'next-intl';
import classes from './buyer-summary.module.css';
import { knownCode } from './known-code.ts';

/** Tags that the rules set have words of their own; the team's are shown as written. */
const RULE_TAGS = ['firstOrder', 'repeat'] as const;

/** A buyer's tags; nothing when there are none. */
export function Tags({ tags }: { tags: readonly string[] }) {
  const t = useTranslations('buyers');
  if (tags.length === 0) return null;
  return (
    <ul className={classes.tags} aria-label={t('tags')}>
      {tags.map((tag) => {
        const rule = knownCode(RULE_TAGS, tag);
        return <li key={tag}>{rule ? t(`ruleTags.${rule}`) : tag}</li>;
      })}
    </ul>
  );
}
