'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import {
  type ChannelFieldsFragment,
  CreateMailChannelDocument,
  type MailFailureFragment,
  UpdateMailConnectionDocument,
} from '../../../generated/graphql.ts';
import { newId } from '../../../platform/graphql/new-id.ts';
import { useAct } from '../../../platform/graphql/use-act.ts';
import { useRefusals } from '../use-refusals.ts';
import { mailDraftOf, mailInputOf, problemsOf } from './mail-draft.ts';

const REASONS = [
  'PASSWORD_REFUSED',
  'CERTIFICATE_MISMATCH',
  'UNREACHABLE',
  'TLS_REQUIRED',
  'FOLDER_MISSING',
  'PROTOCOL',
] as const;

/** Why a mail server could not be used, in the reader's words, and what to do. */
export function useConnectionWords(): (failure: Pick<MailFailureFragment, 'server' | 'reason'>) => string {
  const t = useTranslations('settings.channels.mail');
  return ({ server, reason }) => {
    const known = REASONS.find((each) => each === reason) ?? 'PROTOCOL';
    return `${t(server === 'smtp' ? 'failedSmtp' : 'failedImap')} ${t(`reasons.${known}`)}`;
  };
}

/** A mailbox being connected: both servers are tried before anything is stored, and nothing typed is lost. */
export function useMailConnection(channel: ChannelFieldsFragment | null, onSaved: (channelId: string) => void) {
  const refusals = useRefusals();
  const words = useConnectionWords();
  const [create, creating] = useAct(CreateMailChannelDocument);
  const [update, updating] = useAct(UpdateMailConnectionDocument);
  const [id] = useState(newId);
  const [draft, setDraft] = useState(() => mailDraftOf(channel?.mail ?? null));
  const [asked, setAsked] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const stored = channel !== null;
  const wrong = new Set(asked ? problemsOf(draft, stored) : []);

  const save = async (name: string): Promise<void> => {
    setAsked(true);
    setProblem(null);
    if (problemsOf(draft, stored).length > 0) return;
    const mail = mailInputOf(draft);
    const { data, failure } =
      channel === null
        ? await create({ input: { id, name, mail } }).then(({ data: made, failure: why }) => ({
            data: made?.createMailChannel ?? null,
            failure: why,
          }))
        : await update({ id: channel.id, mail }).then(({ data: changed, failure: why }) => ({
            data: changed?.updateMailConnection ?? null,
            failure: why,
          }));
    if (failure !== null) return setProblem(refusals.ofFailure(failure));
    if (data?.__typename === 'ChannelSaved') return onSaved(data.channel.id);
    if (data?.__typename === 'MailConnectionFailed') return setProblem(words(data));
    return setProblem(refusals.ofRefusal(data?.__typename ?? 'NotFound'));
  };
  return { draft, setDraft, stored, wrong, problem, running: creating || updating, save };
}
