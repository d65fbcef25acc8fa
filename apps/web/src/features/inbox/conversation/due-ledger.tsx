'use client';
import { useTranslations } from 'next-intl';
import { Dialog } from '../../../components/dialog.tsx';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import classes from './ledger.module.css';
import type { Conversation } from './use-conversation.ts';

type Inquiry = NonNullable<Conversation['inquiry']>;
const KINDS = ['counted', 'closed', 'holiday'] as const;

/** Why the reply is due when it is: every minute between arrival and due time, counted or not, and the rules' versions. */
export function DueLedger({ inquiry, onClose }: { inquiry: Inquiry; onClose: () => void }) {
  const t = useTranslations('inbox.ledger');
  const formats = useFormats();
  const kindOf = (kind: string) => KINDS.find((known) => known === kind.toLowerCase());
  return (
    <Dialog opened onClose={onClose} title={t('title')} size="lg">
      <p className={classes.lead}>
        {t('lead', {
          opened: formats.dateTime(inquiry.openedAt),
          target: formats.duration(inquiry.targetMinutes),
          due: formats.dateTime(inquiry.dueAt),
        })}
      </p>
      {inquiry.businessMinutes !== null && (
        <p className={classes.lead}>{t('took', { duration: formats.duration(inquiry.businessMinutes) })}</p>
      )}
      {inquiry.met !== null && <p className={classes.lead}>{t(inquiry.met ? 'met' : 'missed')}</p>}
      {inquiry.firstAckAt !== null && (
        <p className={classes.lead}>{t('acknowledged', { at: formats.dateTime(inquiry.firstAckAt) })}</p>
      )}
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('from')}</th>
              <th scope="col">{t('to')}</th>
              <th scope="col">{t('kind')}</th>
              <th scope="col" className={classes.number}>
                {t('minutes')}
              </th>
            </tr>
          </thead>
          <tbody>
            {inquiry.ledger.map((span) => {
              const kind = kindOf(span.kind);
              return (
                <tr key={span.from} data-kind={kind}>
                  <td>{formats.dateTime(span.from)}</td>
                  <td>{formats.dateTime(span.to)}</td>
                  <td>{kind ? t(`kinds.${kind}`) : span.kind}</td>
                  <td className={classes.number}>{formats.duration(span.minutes)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <p className={classes.versions}>
        {t('versions', { policy: inquiry.policyVersion, calendar: inquiry.calendarVersion })}
      </p>
    </Dialog>
  );
}
