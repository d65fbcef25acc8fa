/** Minutes of wall-clock time between two instants, whole, towards zero. */
export function minutesBetween(from: Date, to: Date): number {
  return Math.trunc((to.getTime() - from.getTime()) / 60_000);
}

export interface DurationParts {
  days: number;
  hours: number;
  minutes: number;
}

/** Splits whole minutes into days, hours, minutes. The sign is dropped: callers say "left" or "over". */
export function splitMinutes(minutes: number): DurationParts {
  const total = Math.abs(Math.trunc(minutes));
  return { days: Math.trunc(total / 1440), hours: Math.trunc((total % 1440) / 60), minutes: total % 60 };
}

/** "0h 38m", "6h 08m", "2d 4h"; Korean "38분", "6시간 08분", "2일 4시간". Two units at most. */
export function formatDuration(minutes: number, locale: string): string {
  const { days, hours, minutes: rest } = splitMinutes(minutes);
  const padded = String(rest).padStart(2, '0');
  if (locale === 'ko') {
    if (days > 0) return hours > 0 ? `${days}일 ${hours}시간` : `${days}일`;
    return hours > 0 ? `${hours}시간 ${padded}분` : `${rest}분`;
  }
  if (days > 0) return `${days}d ${hours}h`;
  return `${hours}h ${padded}m`;
}

/** The same without days, to the minute: "52h 10m"; Korean "52시간 10분". For figures that must agree with a file. */
export function formatHours(minutes: number, locale: string): string {
  const total = Math.abs(Math.trunc(minutes));
  const [hours, rest] = [Math.trunc(total / 60), total % 60];
  const padded = String(rest).padStart(2, '0');
  if (locale === 'ko') return hours > 0 ? `${hours}시간 ${padded}분` : `${rest}분`;
  return `${hours}h ${padded}m`;
}

/** How many digits after the point a currency has (KRW 0, USD 2). */
export function currencyDigits(currency: string): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

/** Exact text of minor units: money never passes through a float. */
export function minorToDecimal(minor: string, currency: string): `${number}` {
  const digits = currencyDigits(currency);
  const negative = minor.startsWith('-');
  const padded = (negative ? minor.slice(1) : minor).padStart(digits + 1, '0');
  const whole = padded.slice(0, padded.length - digits);
  const text = digits === 0 ? whole : `${whole}.${padded.slice(-digits)}`;
  return `${negative ? '-' : ''}${text}` as `${number}`;
}

/** Money with its currency code, which no two dollars share ("USD 1,286.40"). */
export function formatMoney(money: { minor: string; currency: string }, locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'currency', currency: money.currency, currencyDisplay: 'code' })
    .format(minorToDecimal(money.minor, money.currency))
    .replace(/\u00a0/g, ' ');
}
