'use client';
import { visibleLine } from '@dangol/crm';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { CloseIcon, PlusIcon } from '../../../components/icons.tsx';
import { lazyPart } from '../../../components/lazy-part.tsx';
import {
  AddBuyerTagDocument,
  type BuyerRecordFieldsFragment,
  RemoveBuyerTagDocument,
} from '../../../generated/graphql.ts';
import { Tags } from '../tags.tsx';
import classes from './tag-editor.module.css';
import { useSimpleAct } from '../use-simple-act.ts';

const TagForm = lazyPart(() => import('./tag-form.tsx').then((module) => module.TagForm));

interface TagEditorProps {
  buyer: BuyerRecordFieldsFragment;
  mayChange: boolean;
  onChanged: () => void;
}

/** Tags of the rules, which nobody sets by hand, and the team's own, which show at once and come back with a reason when refused. */
export function TagEditor({ buyer, mayChange, onChanged }: TagEditorProps) {
  const t = useTranslations('buyers');
  const [adding, setAdding] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const { shown, add, remove } = useOptimisticTags(buyer, onChanged);
  const close = () => {
    setAdding(false);
    // The field that had the focus is gone; it returns to where it came from.
    requestAnimationFrame(() => opener.current?.focus());
  };
  if (!mayChange) return <Tags tags={buyer.tags} freeTags={buyer.freeTags} />;
  return (
    <div className={classes.editor}>
      <Tags tags={buyer.tags} />
      <ul className={classes.free} aria-label={t('freeTags')}>
        {shown.map(({ id, name }) => (
          <li key={name}>
            <span dir="auto">{name}</span>
            {id !== null && (
              <button type="button" aria-label={t('removeTag', { tag: name })} onClick={() => remove(id)}>
                <CloseIcon />
              </button>
            )}
          </li>
        ))}
      </ul>
      {adding ? (
        <TagForm onAdd={add} onClose={close} />
      ) : (
        <Button ref={opener} variant="subtle" leftSection={<PlusIcon />} onClick={() => setAdding(true)}>
          {t('addTag')}
        </Button>
      )}
    </div>
  );
}

/** Names are one tag whatever their case and spaces, as the API has it. */
const isSameTag = (left: string, right: string) =>
  visibleLine(left)?.toLowerCase() === visibleLine(right)?.toLowerCase();

function useOptimisticTags({ id: buyerId, freeTags }: BuyerRecordFieldsFragment, onChanged: () => void) {
  const [addTag] = useSimpleAct(AddBuyerTagDocument, (data) => data.addTag);
  const [removeTag] = useSimpleAct(RemoveBuyerTagDocument, (data) => data.removeTag);
  const [coming, setComing] = useState<readonly string[]>([]);
  const [going, setGoing] = useState<readonly string[]>([]);
  // Once the record says so itself, what was shown ahead of it is no longer needed.
  useEffect(() => {
    setComing((names) => names.filter((name) => !freeTags.some((tag) => isSameTag(tag.name, name))));
    setGoing((ids) => ids.filter((id) => freeTags.some((tag) => tag.id === id)));
  }, [freeTags]);

  const add = async (name: string) => {
    if (freeTags.some((tag) => isSameTag(tag.name, name))) return;
    setComing((names) => [...names, name]);
    if (await addTag({ input: { buyerId, name } })) onChanged();
    else setComing((names) => names.filter((each) => each !== name));
  };
  const remove = async (tagId: string) => {
    setGoing((ids) => [...ids, tagId]);
    if (await removeTag({ buyerId, tagId })) onChanged();
    else setGoing((ids) => ids.filter((each) => each !== tagId));
  };
  const stored = freeTags.filter(({ id }) => !going.includes(id));
  const shown: readonly { id: string | null; name: string }[] = [
    ...stored,
    ...coming.filter((name) => !stored.some((tag) => isSameTag(tag.name, name))).map((name) => ({ id: null, name })),
  ];
  return { shown, add: (name: string) => void add(name), remove: (id: string) => void remove(id) };
}
