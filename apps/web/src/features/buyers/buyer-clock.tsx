'use client';
import { useTranslations } from 'next-intl';
import { useFormats } from '../../platform/i18n/use-formats.ts';
import { countryZone } from '../../platform/time/country-zone.ts';
import { useNow } from '../../platform/time/use-now.ts';
import classes from './buyer-clock.module.css';

/** Country of a buyer with the time there: "HU Tue 03:52". Only the letters where the zone is unknown, and "about" where it is a guess. */
export function BuyerClock({ country }: { country: string | null }) {
  const t = useTranslations('buyers');
  const formats = useFormats();
  const now = useNow();
  if (country === null) return null;
  const zone = countryZone(country);
  const time = zone && formats.localTime(now, zone.zone);
  const name = formats.country(country);
  const title = time === null ? name : t(zone?.certain ? 'localTime' : 'localTimeAbout', { country: name, time });
  return (
    <span className={classes.clock} title={title}>
      <span aria-hidden>
        {country}
        {time !== null && <span className={classes.time}>{zone?.certain ? time : `~ ${time}`}</span>}
      </span>
      <span className="visually-hidden">{title}</span>
    </span>
  );
}
