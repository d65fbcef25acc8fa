'use client';
import { Button } from '@mantine/core';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Dialog } from '../../../components/dialog.tsx';
import forms from '../../../components/form.module.css';
import { Loading } from '../../../components/states.tsx';
import {
  type AttachmentFieldsFragment,
  ProductPageDocument,
  ProductsListDocument,
} from '../../../generated/graphql.ts';
import { useScreenQuery } from '../../../platform/graphql/use-screen-query.ts';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { fileSize } from '../../attachments/index.ts';
import classes from './pack.module.css';
import { PackView } from './pack-view.tsx';
import { ProductPick } from './product-pick.tsx';
import { type PackLanguage, usePack } from './use-pack.ts';

/** What a pack puts into a reply. */
export interface InsertedPack {
  readonly text: string;
  readonly files: readonly AttachmentFieldsFragment[];
}

/** What is known of the buyer who reads the pack. */
export interface PackFor {
  readonly language: string | null;
  readonly country: string | null;
  /** Code of a product that the inquiry names. */
  readonly productCode: string | null;
}

/** Chooses a product and puts its decision pack into the reply; what is missing is said before. */
export function PackDialog({
  reader,
  onInsert,
  onClose,
}: {
  reader: PackFor;
  onInsert: (pack: InsertedPack) => void;
  onClose: () => void;
}) {
  const t = useTranslations('products');
  const [picked, setPicked] = useState<string | null>(null);
  const [other, setOther] = useState(false);
  const named = useNamedProduct(reader.productCode);
  const id = picked ?? (other ? null : named.id);
  return (
    <Dialog opened onClose={onClose} title={t('packTitle')} size="lg">
      {id !== null ? (
        <ChosenPack
          key={id}
          id={id}
          reader={reader}
          named={picked === null}
          onOther={() => {
            setPicked(null);
            setOther(true);
          }}
          onInsert={onInsert}
        />
      ) : named.loading && !other ? (
        <Loading onRetry={() => setOther(true)} />
      ) : (
        <ProductPick onPick={(product) => setPicked(product.id)} />
      )}
    </Dialog>
  );
}

/** The product of a code, when the catalogue has it. */
function useNamedProduct(code: string | null) {
  const query = useScreenQuery(
    ProductsListDocument,
    { first: 20, filter: { q: code ?? '', status: ['ACTIVE'] } },
    { pause: code === null },
  );
  const found = query.data?.products.edges.find(({ node }) => node.code.toLowerCase() === code?.toLowerCase());
  return { id: found?.node.id ?? null, loading: query.loading };
}

function ChosenPack({
  id,
  reader,
  named,
  onOther,
  onInsert,
}: {
  id: string;
  reader: PackFor;
  named: boolean;
  onOther: () => void;
  onInsert: (pack: InsertedPack) => void;
}) {
  const t = useTranslations('products');
  const formats = useFormats();
  const locale = useLocale();
  const product = useScreenQuery(ProductPageDocument, { id }).data?.product ?? null;
  const language: PackLanguage = (reader.language ?? locale).startsWith('ko') ? 'ko' : 'en';
  const pack = usePack(id, { language, country: reader.country ?? '', currency: '' });
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const files = pack.pack?.attachments ?? [];
  const insert = () => {
    if (pack.pack) onInsert({ text: pack.pack.text, files: files.filter((file) => !left.has(file.id)) });
  };
  const toggle = (file: string) => {
    const next = new Set(left);
    if (!next.delete(file)) next.add(file);
    setLeft(next);
  };
  return (
    <div className={classes.view}>
      <div className={classes.picked}>
        <div>
          <p dir="auto">{product && `${product.name} (${product.code})`}</p>
          {named && <small>{t('packNamed')}</small>}
        </div>
        <Button variant="default" onClick={onOther}>
          {t('packOther')}
        </Button>
      </div>
      <PackView productId={id} pack={pack} currencies={[...new Set(product?.prices.map(({ currency }) => currency))]} />
      {files.length > 0 && (
        <fieldset className={classes.attached}>
          <legend>{t('packAttach')}</legend>
          {files.map((file) => (
            <label key={file.id}>
              <input type="checkbox" checked={!left.has(file.id)} onChange={() => toggle(file.id)} />
              <span dir="auto">
                {file.name} ({fileSize(file.sizeBytes, formats.number)})
              </span>
            </label>
          ))}
        </fieldset>
      )}
      <div className={forms.actions}>
        <Button disabled={pack.pack === null || pack.query.refreshing} onClick={insert} data-autofocus>
          {t(pack.pack && pack.pack.missing.length > 0 ? 'packInsertAnyway' : 'packInsert')}
        </Button>
      </div>
    </div>
  );
}
