'use client';
import { Button, Textarea, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { type FormEvent, useRef, useState } from 'react';
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

/** In the order of the form. */
const FIELDS = ['name', 'productIds', 'text'] as const;
type Field = (typeof FIELDS)[number];

/** What is announced, in which words, to whom. Saving chooses the buyers; nothing leaves from here. */
export function AnnouncementEditor({
  id,
  announcement,
  onSaved,
  onCancel,
}: {
  id: string;
  announcement: AnnouncementFactsFragment | null;
  onSaved: () => void;
  /** Where there is something to go back to. */
  onCancel?: () => void;
}) {
  const t = useTranslations('announcements');
  const common = useTranslations('common');
  const form = useRef<HTMLFormElement>(null);
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
  const [wrong, setWrong] = useState<readonly Field[]>([]);
  const [problem, setProblem] = useState<string | null>(null);

  const point = (fields: readonly Field[]) => {
    setWrong(fields);
    form.current?.querySelector<HTMLElement>(`[name="${fields[0]}"]`)?.focus();
  };
  const right = (field: Field) => setWrong(wrong.filter((other) => other !== field));
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setProblem(null);
    const empty = { name: name.trim() === '', productIds: products.length === 0, text: text.trim() === '' };
    const missing = FIELDS.filter((field) => empty[field]);
    point(missing);
    if (missing.length > 0) return;
    const productIds = products.map((product) => product.id);
    const search = segment.search.trim();
    const input = { id, name, text, productIds, search: search === '' ? null : search, filter: filterOf(segment) };
    const { data, failure } = await save({ input });
    if (failure !== null) return setProblem(failureText(failure));
    const result = data.saveAnnouncement;
    if (result.__typename === 'InvalidField') return point([fieldOf(result.field)]);
    if (result.__typename === 'LimitReached') return setProblem(t('tooMany', { limit: result.limit }));
    if (result.__typename !== 'Announcement') return setProblem(t('alreadySent'));
    show({ message: t('saved'), tone: 'good' });
    if (announcement === null) return router.replace(href('products', 'announcements', id));
    return onSaved();
  };

  return (
    <Panel title={t('what')}>
      <form ref={form} className={forms.form} noValidate onSubmit={(event) => void submit(event)}>
        {problem !== null && (
          <p className={forms.problem} role="alert">
            {problem}
          </p>
        )}
        <TextInput
          name="name"
          label={t('name')}
          description={t('nameNote')}
          maxLength={120}
          autoComplete="off"
          value={name}
          onChange={(event) => {
            setName(event.currentTarget.value);
            right('name');
          }}
          error={wrong.includes('name') ? t('wrong.name') : undefined}
        />
        <ProductsChoice
          chosen={products}
          onChange={(chosen) => {
            setProducts(chosen);
            right('productIds');
          }}
          error={wrong.includes('productIds') ? t('wrong.productIds') : null}
        />
        <Textarea
          name="text"
          label={t('text')}
          description={t('textNote', { name: '{name}', products: '{products}' })}
          autosize
          minRows={6}
          maxRows={16}
          maxLength={5000}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            right('text');
          }}
          error={wrong.includes('text') ? t('wrong.text') : undefined}
        />
        <SegmentFields segment={segment} onChange={setSegment} />
        <div className={classes.foot}>
          <p className={classes.quiet}>{t('nothingLeaves')}</p>
          {onCancel && (
            <Button variant="default" onClick={onCancel}>
              {common('cancel')}
            </Button>
          )}
          <Button type="submit" loading={running}>
            {t('choose')}
          </Button>
        </div>
      </form>
    </Panel>
  );
}

function fieldOf(field: string): Field {
  return field === 'name' || field === 'text' ? field : 'productIds';
}
