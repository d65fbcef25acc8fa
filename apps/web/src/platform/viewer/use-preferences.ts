'use client';
import { useRouter } from 'next/navigation';
import { UpdatePreferencesDocument } from '../../generated/graphql.ts';
import type { Failure } from '../graphql/failure.ts';
import { useAct } from '../graphql/use-act.ts';
import { type Locale, type TextSize, toTextSize } from '../i18n/locales.ts';
import { rememberPreferences } from '../i18n/remember-preferences.ts';
import { useViewer } from './viewer-provider.tsx';

/** The account's language and text size, applied at once and taken back when the server refuses. */
export function usePreferences(onFailure: (failure: Failure) => void) {
  const { account } = useViewer();
  const router = useRouter();
  const [update] = useAct(UpdatePreferencesDocument);
  const textSize = toTextSize(account.textSize);

  const apply = (language: Locale, size: TextSize) => {
    if (rememberPreferences(language, size)) router.refresh();
  };
  const change = async (next: { language?: Locale; textSize?: TextSize }) => {
    apply(next.language ?? account.language, next.textSize ?? textSize);
    const { failure } = await update({ input: next });
    if (failure === null) return;
    apply(account.language, textSize);
    onFailure(failure);
  };
  return {
    language: account.language,
    textSize,
    setLanguage: (language: Locale) => void change({ language }),
    setTextSize: (size: TextSize) => void change({ textSize: size }),
  };
}
