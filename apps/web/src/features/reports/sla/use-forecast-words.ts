'use client';
import { useTranslations } from 'next-intl';
import { useFormats } from '../../../platform/i18n/use-formats.ts';

interface Forecast {
  readonly conversationIds: readonly string[];
  readonly withinMinutes: number | null;
}

/** "Answer these 3 within 22 min to stay under 4h", or that no answer will do it: the mean stays over, or goes over. */
export function useForecastWords(): (forecast: Forecast, targetMinutes: number, meanMinutes: number | null) => string {
  const t = useTranslations('reports.sla');
  const formats = useFormats();
  return ({ conversationIds, withinMinutes }, targetMinutes, meanMinutes) => {
    const target = formats.hours(targetMinutes);
    if (withinMinutes === null) {
      const isOver = meanMinutes !== null && meanMinutes > targetMinutes;
      return t(isOver ? 'forecastLost' : 'forecastBreaks', { target });
    }
    return t('forecast', { count: conversationIds.length, within: formats.duration(withinMinutes), target });
  };
}
