'use client';
import { useTranslations } from 'next-intl';
import classes from './buyer-summary.module.css';
import { knownCode } from './known-code.ts';

/** Tags that the rules set have words of their own; the team's are shown as written. */
const RULE_TAGS = ['firstOrder', 'repeat'] as const;

interface TagsProps {
  /** Set by rule from paid orders. */
  tags: readonly string[];
  /** The team's own. */
  freeTags?: readonly { readonly id: string; readonly name: string }[];
}

/** A buyer's tags, those of the rules first; nothing when there are none. */
export function Tags({ tags, freeTags = [] }: TagsProps) {
  const t = useTranslations('buyers');
  if (tags.length + freeTags.length === 0) return null;
  return (
    <ul className={classes.tags} aria-label={t('tags')}>
      {tags.map((tag) => {
        const rule = knownCode(RULE_TAGS, tag);
        return (
          <li key={tag} data-rule>
            {rule ? t(`ruleTags.${rule}`) : tag}
          </li>
        );
      })}
      {freeTags.map(({ id, name }) => (
        <li key={id} dir="auto">
          {name}
        </li>
      ))}
    </ul>
  );
}
