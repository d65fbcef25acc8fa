'use client';
import { Button, Radio, Switch } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { Panel } from '../../components/page-frame.tsx';
import { LOCALES, TEXT_SIZES } from '../../platform/i18n/locales.ts';
import { useShortcutRegistry } from '../../platform/keyboard/shortcuts-provider.tsx';
import { useToasts } from '../../platform/toasts/toasts-provider.tsx';
import { usePreferences } from '../../platform/viewer/use-preferences.ts';
import { useSignOut } from '../../platform/viewer/use-sign-out.ts';
import { useViewer, useWorkspace } from '../../platform/viewer/viewer-provider.tsx';
import { useRoleName } from './role-name.ts';
import classes from './settings.module.css';
import { useRefusals } from './use-refusals.ts';

const LANGUAGE_NAMES = { ko: '한국어', en: 'English' } as const;

export function PreferencesScreen() {
  const t = useTranslations('settings.preferences');
  const shell = useTranslations('shell');
  const { account } = useViewer();
  const workspace = useWorkspace();
  const roleName = useRoleName();
  const { show } = useToasts();
  const refusals = useRefusals();
  const preferences = usePreferences((failure) => show({ message: refusals.ofFailure(failure), tone: 'bad' }));
  const { signOut, signOutEverywhere, running } = useSignOut((failure) =>
    show({ message: refusals.ofFailure(failure), tone: 'bad' }),
  );
  const { disabled, setDisabled } = useShortcutRegistry();
  return (
    <>
      <Panel title={t('reading')} lead={t('readingLead')}>
        <div className={classes.stack}>
          <Radio.Group
            label={shell('language')}
            value={preferences.language}
            onChange={(value) => preferences.setLanguage(LOCALES.find((locale) => locale === value) ?? 'ko')}
          >
            <div className={classes.choices}>
              {LOCALES.map((locale) => (
                <Radio key={locale} value={locale} label={LANGUAGE_NAMES[locale]} lang={locale} size="md" />
              ))}
            </div>
          </Radio.Group>
          <Radio.Group
            label={shell('textSize')}
            value={String(preferences.textSize)}
            onChange={(value) => preferences.setTextSize(TEXT_SIZES.find((size) => String(size) === value) ?? 16)}
          >
            <div className={classes.choices}>
              {TEXT_SIZES.map((size) => (
                <Radio key={size} value={String(size)} label={shell(`textSizes.${size}`)} size="md" />
              ))}
            </div>
          </Radio.Group>
        </div>
      </Panel>
      <Panel title={t('keys')}>
        <Switch
          size="md"
          checked={!disabled}
          onChange={(event) => setDisabled(!event.currentTarget.checked)}
          label={shell('singleKeys')}
          description={shell('singleKeysAdvice')}
        />
      </Panel>
      <Panel title={t('account')}>
        <dl className={classes.facts}>
          <dt>{t('name')}</dt>
          <dd>{account.name}</dd>
          <dt>{t('email')}</dt>
          <dd>{account.email}</dd>
          <dt>{t('role')}</dt>
          <dd>
            {roleName(workspace.role)} · {workspace.workspaceName}
          </dd>
          <dt>{t('timeZone')}</dt>
          <dd>{workspace.timeZone}</dd>
        </dl>
        <div className={classes.footActs}>
          <Button variant="default" loading={running} onClick={() => void signOut()}>
            {shell('signOut')}
          </Button>
          <Button variant="default" loading={running} onClick={() => void signOutEverywhere()}>
            {shell('signOutEverywhere')}
          </Button>
        </div>
      </Panel>
    </>
  );
}
