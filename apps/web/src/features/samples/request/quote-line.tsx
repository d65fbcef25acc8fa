'use client';
import { useTranslations } from 'next-intl';
import { AlertIcon } from '../../../components/icons.tsx';
import { FailureState } from '../../../components/states.tsx';
import { type SampleKind, type SampleQuoteQuery, SampleQuoteDocument } from '../../../generated/graphql.ts';
import { useScreenQuery } from '../../../platform/graphql/use-screen-query.ts';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import type { PickedBuyer } from './buyer-picker.tsx';
import classes from './request.module.css';
import { useSettled } from '../../../platform/forms/use-settled.ts';

type Amount = Extract<SampleQuoteQuery['sampleQuote'], { __typename: 'SampleQuote' }>['cost'];

interface Props {
  buyer: PickedBuyer | null;
  kind: SampleKind;
  cost: { goodsMinor: bigint; courierMinor: bigint } | null;
  currency: string;
}

/** Who would pay what, while the request is written; the server reckons it by the policy, as it will when it is sent. */
export function QuoteLine({ buyer, kind, cost, currency }: Props) {
  const t = useTranslations('samples.request');
  // Settled as text: amounts are exact, and a pause in typing is one question.
  const amounts = useSettled(cost === null ? '' : `${cost.goodsMinor} ${cost.courierMinor} ${currency}`);
  const [goodsMinor = '0', courierMinor = '0', inCurrency = currency] = amounts.split(' ');
  const ready = buyer !== null && amounts !== '' && !(goodsMinor === '0' && courierMinor === '0');
  const { data, failure, reload } = useScreenQuery(
    SampleQuoteDocument,
    { input: { buyerId: buyer?.id ?? '', goodsMinor, courierMinor, currency: inCurrency, kind } },
    { pause: !ready, keepPrevious: true },
  );
  if (failure) return <FailureState failure={failure} onRetry={reload} compact />;
  return (
    <div className={classes.quote} role="status">
      {ready && data ? <Quote quote={data.sampleQuote} /> : <p className={classes.dim}>{t('quoteWaits')}</p>}
    </div>
  );
}

function Quote({ quote }: { quote: SampleQuoteQuery['sampleQuote'] }) {
  const t = useTranslations('samples.request');
  const refused = useTranslations('samples.refused');
  const formats = useFormats();
  if (quote.__typename === 'NoExchangeRate') return <p>{refused('noRate', { currency: quote.currency })}</p>;
  if (quote.__typename === 'InvalidField') return <p>{refused('field', { field: quote.field })}</p>;
  if (quote.__typename === 'NotFound') return <p>{t('buyerGone')}</p>;
  const { buyerSharePercent: percent, gradeAtRequest: grade, policyVersion: policy } = quote;
  // Hidden from those who may not see money: the share still says who pays.
  const buyerPays: Amount | null = quote.buyerPays;
  const sellerPays: Amount | null = quote.sellerPays;
  const cost: Amount | null = quote.cost;
  const left: Amount | null = quote.budget.remaining;
  const leftWords = left === null ? '' : t('budgetLeft', { left: formats.money(left) });
  const amounts = buyerPays && cost && { pays: formats.money(buyerPays), cost: formats.money(cost), percent };
  return (
    <>
      <p className={classes.pays}>
        {amounts === null
          ? t('quoteHidden', { percent })
          : grade === null
            ? t('quoteUngraded', amounts)
            : t('quote', { ...amounts, grade })}
      </p>
      <p className={classes.dim}>
        {sellerPays !== null && t('quoteOurs', { amount: formats.money(sellerPays) })} {t('quotePolicy', { policy })}
      </p>
      {quote.passesBudget ? (
        <p className={classes.warning}>
          <AlertIcon /> {t('passesBudget')}
        </p>
      ) : (
        quote.budget.state === 'NEAR' && (
          <p className={classes.warning}>
            <AlertIcon /> {t('nearBudget')} {leftWords}
          </p>
        )
      )}
    </>
  );
}
