'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { BackIcon } from '../../../components/icons.tsx';
import { FailureState } from '../../../components/states.tsx';
import { useShortcuts } from '../../../platform/keyboard/shortcuts-provider.tsx';
import { useToasts } from '../../../platform/toasts/toasts-provider.tsx';
import { useWorkspaceHref } from '../../../platform/viewer/viewer-provider.tsx';
import { CertificatesSection } from './certificates-section.tsx';
import classes from './edit.module.css';
import { FactsSection } from './facts-section.tsx';
import { PricesSection } from './prices-section.tsx';
import type { ProductDraft } from './product-draft.ts';
import { SECTIONS } from './section.tsx';
import { SpecsSection } from './specs-section.tsx';
import { useProductForm } from './use-product-form.ts';
import { useSaveProduct } from './use-save-product.ts';
import { VariantsSection } from './variants-section.tsx';

const TITLES = {
  facts: 'facts',
  variants: 'optionTable',
  prices: 'prices',
  certificates: 'certificates',
  specs: 'specs',
} as const;

/** The one form of a product, new or old. What is typed is kept in this browser until it is saved or put away. */
export function ProductEditor({
  start,
  name,
  files,
  onTakeTheirs,
}: {
  start: { id: string; version: number; draft: ProductDraft };
  /** null: a new product. */
  name: string | null;
  files: readonly { readonly id: string; readonly name: string }[] | null;
  /** Somebody else's newer version is to be read instead of what is typed. */
  onTakeTheirs: () => void;
}) {
  const t = useTranslations('products');
  const common = useTranslations('common');
  const href = useWorkspaceHref();
  const router = useRouter();
  const { show } = useToasts();
  const form = useProductForm(start, name === null ? 'new' : start.id);
  const box = useRef<HTMLFormElement>(null);
  const saved = (id: string, version: number) => {
    form.forget();
    show({ message: t('saved', { version }), tone: 'good' });
    router.push(href('products', id));
  };
  const { save, running, failure, conflict, gone } = useSaveProduct(form, name === null, saved);
  const showProblem = () =>
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  const submit = async (onto?: number) => {
    form.setTried(true);
    if (form.problemCount > 0 || !(await save(onto))) showProblem();
  };
  useShortcuts([
    { keys: 'mod+enter', label: common('save'), group: t('title'), run: () => void submit(), whileTyping: true },
  ]);
  useSectionOfAddress();
  return (
    <form
      ref={box}
      className={classes.page}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Link href={name === null ? href('products') : href('products', start.id)} className={classes.up}>
        <BackIcon /> {name ?? t('title')}
      </Link>
      <h1 className={classes.title}>{name === null ? t('newTitle') : t('editTitle', { name })}</h1>
      <nav className={classes.sections} aria-label={t('sections')}>
        {SECTIONS.map((section) => (
          <a key={section} href={`#${section}`}>
            {t(TITLES[section])}
          </a>
        ))}
      </nav>
      {form.resumed && (
        <div className={classes.notice} role="status">
          <p>{t(form.version === start.version ? 'resumed' : 'resumedOld')}</p>
          <Button variant="default" onClick={form.dropResumed}>
            {t('dropResumed')}
          </Button>
        </div>
      )}
      <FactsSection form={form} />
      <VariantsSection form={form} />
      <PricesSection form={form} />
      <CertificatesSection form={form} files={files} />
      <SpecsSection form={form} />
      {conflict !== null && (
        <div className={classes.notice} role="alert">
          <p>{t('conflict', { version: conflict })}</p>
          <span className={classes.noticeActs}>
            <Button component="a" variant="default" href={href('products', start.id)} target="_blank" rel="noreferrer">
              {t('lookAtTheirs')}
            </Button>
            <Button variant="default" loading={running} onClick={() => void submit(conflict)}>
              {t('saveMine')}
            </Button>
            <Button
              variant="default"
              onClick={() => {
                form.forget();
                onTakeTheirs();
              }}
            >
              {t('takeTheirs')}
            </Button>
          </span>
        </div>
      )}
      {gone && (
        <p className={classes.problem} role="alert">
          {t('goneWhileEditing')}
        </p>
      )}
      {failure && <FailureState failure={failure} compact />}
      <div className={classes.saveBar}>
        <p role="status">{form.shownProblems > 0 ? t('problemCount', { count: form.shownProblems }) : t('keptHere')}</p>
        <Button component={Link} variant="default" href={name === null ? href('products') : href('products', start.id)}>
          {common('cancel')}
        </Button>
        <Button type="submit" loading={running}>
          {common('save')}
        </Button>
      </div>
    </form>
  );
}

/** An address that names a section leads there once the form stands. */
function useSectionOfAddress() {
  useEffect(() => {
    const section = SECTIONS.find((each) => `#${each}` === window.location.hash);
    if (!section) return;
    const element = document.getElementById(section);
    element?.scrollIntoView();
    element?.querySelector<HTMLElement>('input, select, textarea, button')?.focus({ preventScroll: true });
  }, []);
}
