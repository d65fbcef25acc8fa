'use client';
import { useLocale } from 'next-intl';
import { useEffect, useState } from 'react';
import { lazyPart } from '../../../components/lazy-part.tsx';
import { newId } from '../../../platform/graphql/new-id.ts';
import { useMay, useWorkspace } from '../../../platform/viewer/viewer-provider.tsx';
import { MayNotEdit } from './may-not-edit.tsx';
import { emptyDraft } from './product-draft.ts';

const ProductEditor = lazyPart(() => import('./product-editor.tsx').then((module) => module.ProductEditor));

/** A product that is not in the catalogue yet. */
export function NewProductPage() {
  const locale = useLocale();
  const may = useMay();
  const { baseCurrency } = useWorkspace();
  const [start] = useState(() => ({ id: newId(), version: 0, draft: emptyDraft(locale, baseCurrency) }));
  // What is kept in this browser is only known here, not where the page is drawn first.
  const [here, setHere] = useState(false);
  useEffect(() => setHere(true), []);
  if (!may('product:write')) return <MayNotEdit />;
  return here ? <ProductEditor start={start} name={null} files={null} onTakeTheirs={() => undefined} /> : null;
}
