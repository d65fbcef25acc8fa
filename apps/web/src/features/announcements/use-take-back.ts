'use client';
import { useTranslations } from 'next-intl';
import { TakeBackAnnouncementDocument } from '../../generated/graphql.ts';
import { useAct } from '../../platform/graphql/use-act.ts';
import { useFailureText } from '../../platform/graphql/use-failure-text.ts';
import { useToasts } from '../../platform/toasts/toasts-provider.tsx';
import { takenBack } from './taken-back.ts';

/** Takes back what of an announcement has not left, and says how much that was. */
export function useTakeBack(id: string, onChanged: () => void): [takeBack: () => Promise<void>, running: boolean] {
  const t = useTranslations('announcements');
  const failureText = useFailureText();
  const { show } = useToasts();
  const [act, running] = useAct(TakeBackAnnouncementDocument);
  const takeBack = async () => {
    const { data, failure } = await act({ id });
    if (failure !== null) {
      show({ message: failureText(failure), tone: 'bad' });
      return;
    }
    onChanged();
    const { text, tone } = takenBack(data.takeBackAnnouncement);
    show({ message: t(text), tone });
  };
  return [takeBack, running];
}
