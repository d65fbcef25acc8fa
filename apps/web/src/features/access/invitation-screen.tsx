'use client';
import { useTranslations } from 'next-intl';
import { EmptyState, FailureState, Loading } from '../../components/states.tsx';
import { InvitationOfferDocument } from '../../generated/graphql.ts';
import { useScreenQuery } from '../../platform/graphql/use-screen-query.ts';
import { AccessFrame } from './access-frame.tsx';
import { AcceptInvitationForm } from './accept-invitation-form.tsx';

/** What an invitation link opens: the offer, then one form to take it. */
export function InvitationScreen({ token }: { token: string }) {
  const t = useTranslations('access');
  const { data, failure, loading, reload } = useScreenQuery(InvitationOfferDocument, { token });
  const offer = data?.invitationOffer ?? null;
  if (loading)
    return (
      <AccessFrame title={t('invitation')}>
        <Loading onRetry={reload} rows={3} />
      </AccessFrame>
    );
  if (data === null && failure !== null)
    return (
      <AccessFrame title={t('invitation')}>
        <FailureState failure={failure} onRetry={reload} />
      </AccessFrame>
    );
  if (offer === null) {
    return (
      <AccessFrame title={t('invitation')} foot={<a href="/sign-in">{t('signIn')}</a>}>
        <EmptyState title={t('invitationInvalid')}>{t('invitationInvalidAdvice')}</EmptyState>
      </AccessFrame>
    );
  }
  return <AcceptInvitationForm token={token} offer={offer} />;
}
