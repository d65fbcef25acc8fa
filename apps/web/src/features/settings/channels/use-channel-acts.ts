'use client';
import { useTranslations } from 'next-intl';
import {
  type ChannelRowFragment,
  RotateChannelSecretDocument,
  UpdateChannelDocument,
} from '../../../generated/graphql.ts';
import { useAct } from '../../../platform/graphql/use-act.ts';
import { useToasts } from '../../../platform/toasts/toasts-provider.tsx';
import { useRefusals } from '../use-refusals.ts';

/** Pausing can be undone; a new secret makes the old one worthless, so the card asks first. */
export function useChannelActs(onChanged: () => void) {
  const t = useTranslations('settings.channels');
  const { show } = useToasts();
  const refusals = useRefusals();
  const [update] = useAct(UpdateChannelDocument);
  const [rotateSecret, rotating] = useAct(RotateChannelSecretDocument);

  const setPaused = async (channel: ChannelRowFragment, paused: boolean, undoable = true): Promise<void> => {
    const { data, failure } = await update({ input: { id: channel.id, paused } });
    onChanged();
    if (failure !== null) return void show({ message: refusals.ofFailure(failure), tone: 'bad' });
    const result = data.updateChannel;
    if (result.__typename !== 'ChannelSaved')
      return void show({ message: refusals.ofRefusal(result.__typename), tone: 'bad' });
    const undo = undoable ? { undo: () => void setPaused(channel, !paused, false) } : {};
    show({ message: t(paused ? 'paused' : 'resumed', { name: channel.name }), tone: 'good', ...undo });
  };

  /** The new secret, or null when it was refused (a toast says why). */
  const rotate = async (channel: ChannelRowFragment): Promise<string | null> => {
    const { data, failure } = await rotateSecret({ id: channel.id });
    if (failure !== null) {
      show({ message: refusals.ofFailure(failure), tone: 'bad' });
      return null;
    }
    const result = data.rotateChannelSecret;
    if (result.__typename === 'ChannelSaved') return result.signingSecret;
    show({ message: refusals.ofRefusal(result.__typename), tone: 'bad' });
    return null;
  };
  return { setPaused, rotate, rotating };
}
