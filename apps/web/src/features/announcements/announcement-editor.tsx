'use client';
import { Button, Textarea, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import forms from '../../components/form.module.css';
import { Panel } from '../../components/page-frame.tsx';
import { type AnnouncementFactsFragment, SaveAnnouncementDocument } from '../../generated/graphql.ts';
import { useAct } from '../../platform/graphql/use-act.ts';
import { useToasts } from '../../platform/toasts/toasts-provider.tsx';
import { useWorkspaceHref } from '../../platform/viewer/viewer-provider.tsx';
import classes from './announcements.module.css';
import { type ChosenProduct, ProductsChoice } from './products-choice.tsx';
import { FIRST_SEGMENT, filterOf, segmentOf } from './segment.ts';
import { SegmentFields } from './segment-fields.tsx';
import { useFailureText } from '../../platform/graphql/use-failure-text.ts';

type Field = 'name' | 'text' | 'productIds';

/** What is announced, in which words, to whom. Saving chooses the buyers; nothing leaves from here. */
export function AnnouncementEditor({
  id,
  announcement,
  onSaved,
}: {
  id: string;
  announcement: AnnouncementFactsFragment | null;
  onSaved: () => void;
}) {
  const t = useTranslations('announcements');
  const router = useRouter();
  const href = useWorkspaceHref();
  const failureText = useFailureText();
  const { show } = useToasts();
  const [save, running] = useAct(SaveAnnouncementDocument);
  const [name, setName] = useState(announcement?.name ?? '');
  const [text, setText] = useState(announcement?.text ?? t('template'));
  const [products, setProducts] = useState<readonly ChosenProduct[]>(announcement?.products ?? []);
  const [segment, setSegment] = useState(() =>
    announcement === null ? FIRST_SEGMENT : segmentOf(announcement.search, announcement.filter),
  );
  const [wrong, setWrong] = useState<Field | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setProblem(null);
    const missing =
      name.trim() === '' ? 'name' : products.length === 0 ? 'productIds' : text.trim() === '' ? 'text' : null;
    setWrong(missing);
    if (missing !== null) return;
    const productIds = products.map((product) => product.id);
    const search = segment.search.trim();
    const input = { id, name, text, productIds, search: search === '' ? null : search, filter: filterOf(segment) };
    const { data, failure } = await save({ input });
    if (failure !== null) return setProblem(failureText(failure));
    const result = data.saveAnnouncement;
    if (result.__typename === 'InvalidField') return setWrong(fieldOf(result.field));
    if (result.__typename === 'LimitReached') return setProblem(t('tooMany', { limit: result.limit }));
    if (result.__typename !== 'Announcement') return setProblem(t('alreadySent'));
    show({ message: t('saved'), tone: 'good' });
    if (announcement === null) return router.replace(href('products', 'announcements', id));
    return onSaved();
  };

  return (
    <Panel title={t('what')}>
      <form className={forms.form} noValidate onSubmit={(event) => void submit(event)}>
        {problem !== null && (
          <p className={forms.problem} role="alert">
            {problem}
          </p>
        )}
        <TextInput
          label={t('name')}
          description={t('nameNote')}
          maxLength={120}
          autoComplete="off"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={wrong === 'name' ? t('wrong.name') : undefined}
        />
        <ProductsChoice
          chosen={products}
          onChange={setProducts}
          error={wrong === 'productIds' ? t('wrong.productIds') : null}
        />
        <Textarea
          label={t('text')}
          description={t('textNote', { name: '{name}', products: '{products}' })}
          autosize
          minRows={6}
          maxRows={16}
          maxLength={5000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          error={wrong === 'text' ? t('wrong.text') : undefined}
        />
        <SegmentFields segment={segment} onChange={setSegment} />
        <div className={forms.actions}>
          <Button type="submit" loading={running} variant={announcement === null ? 'filled' : 'default'}>
            {t('choose')}
          </Button>
        </div>
        <p className={classes.quiet}>{t('nothingLeaves')}</p>
      </form>
    </Panel>
  );
}

function fieldOf(field: string): Field {
  return field === 'name' || field === 'text' ? field : 'productIds';
}
