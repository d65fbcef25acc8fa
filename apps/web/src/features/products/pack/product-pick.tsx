'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { SearchField } from '../../../components/search-field.tsx';
import { FailureState } from '../../../components/states.tsx';
import { type ProductRowFieldsFragment, ProductsListDocument } from '../../../generated/graphql.ts';
import { useScreenQuery } from '../../../platform/graphql/use-screen-query.ts';
import { ProductPicture } from '../product-picture.tsx';
import { useMissingWords } from '../use-missing-words.ts';
import classes from './pack.module.css';

const SHOWN = 20;

/** Finds one product of those offered, by name, code or SKU. */
export function ProductPick({ onPick }: { onPick: (product: ProductRowFieldsFragment) => void }) {
  const t = useTranslations('products');
  const missingWords = useMissingWords();
  const [words, setWords] = useState('');
  const query = useScreenQuery(
    ProductsListDocument,
    { first: SHOWN, filter: { status: ['ACTIVE', 'DRAFT'], ...(words !== '' && { q: words }) } },
    { keepPrevious: true },
  );
  const found = query.data?.products.edges.map(({ node }) => node) ?? null;
  return (
    <div className={classes.view}>
      <SearchField label={t('packSearch')} value={words} onSearch={setWords} ofPage={false} />
      {query.failure && <FailureState failure={query.failure} onRetry={query.reload} compact />}
      <p className="visually-hidden" role="status">
        {found && t('total', { count: found.length, shown: found.length })}
      </p>
      {found?.length === 0 && <p>{t('packNoMatch')}</p>}
      {found && found.length > 0 && (
        <ul className={classes.found} aria-label={t('packPick')}>
          {found.map((product) => (
            <li key={product.id}>
              <button type="button" onClick={() => onPick(product)}>
                <ProductPicture path={product.imagePath} />
                <span>
                  <strong dir="auto">{product.name}</strong>
                  <small>
                    {[
                      product.code,
                      product.missing.length > 0 && t('missing', { parts: missingWords(product.missing) }),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </small>
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
