import { ExchangeRatesScreen } from '../../../../../features/settings/exchange-rates-screen.tsx';
import { pageTitle } from '../../../../../platform/i18n/page-title.ts';

export const generateMetadata = pageTitle('exchangeRates');

export default function ExchangeRatesPage() {
  return <ExchangeRatesScreen />;
}
