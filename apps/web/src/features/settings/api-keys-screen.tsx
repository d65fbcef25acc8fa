'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { KeyIcon, PlusIcon } from '../../components/icons.tsx';
import { Panel } from '../../components/page-frame.tsx';
import { EmptyState, FailureState, Loading } from '../../components/states.tsx';
import { type ApiKeyRowFragment, ApiKeysPageDocument, RevokeApiKeyDocument } from '../../generated/graphql.ts';
import { useAct } from '../../platform/graphql/use-act.ts';
import { useScreenQuery } from '../../platform/graphql/use-screen-query.ts';
import { useFormats } from '../../platform/i18n/use-formats.ts';
import { useToasts } from '../../platform/toasts/toasts-provider.tsx';
import { useWorkspace } from '../../platform/viewer/viewer-provider.tsx';
import { ApiKeyDialog } from './api-key-dialog.tsx';
import { grantableRoles } from './grantable-roles.ts';
import { useRoleName } from './role-name.ts';
import classes from './settings.module.css';
import { useRefusals } from './use-refusals.ts';

export function ApiKeysScreen() {
  const t = useTranslations('settings.apiKeys');
  const formats = useFormats();
  const roleName = useRoleName();
  const { permissions } = useWorkspace();
  const { show } = useToasts();
  const refusals = useRefusals();
  const query = useScreenQuery(ApiKeysPageDocument, {}, { refreshOn: ({ subjectKind }) => subjectKind === 'api_key' });
  const [revoke, revoking] = useAct(RevokeApiKeyDocument);
  const [making, setMaking] = useState(false);
  const [ending, setEnding] = useState<ApiKeyRowFragment | null>(null);
  const keys = query.data?.apiKeys ?? [];

  const end = async (key: ApiKeyRowFragment) => {
    const { data, failure } = await revoke({ id: key.id });
    setEnding(null);
    query.reload();
    if (failure !== null) return show({ message: refusals.ofFailure(failure), tone: 'bad' });
    if (data.revokeApiKey.__typename === 'NotFound')
      return show({ message: refusals.ofRefusal('NotFound'), tone: 'bad' });
    return show({ message: t('revoked', { name: key.name }), tone: 'good' });
  };

  return (
    <>
      <Panel
        title={t('title')}
        lead={t('lead')}
        flush
        actions={
          <Button leftSection={<PlusIcon />} onClick={() => setMaking(true)}>
            {t('create')}
          </Button>
        }
      >
        {query.failure !== null && (
          <FailureState failure={query.failure} onRetry={query.reload} compact={query.data !== null} />
        )}
        {query.loading && (
          <div className={classes.padded}>
            <Loading onRetry={query.reload} rows={2} />
          </div>
        )}
        {query.data !== null && keys.length === 0 && (
          <EmptyState icon={<KeyIcon />} title={t('none')}>
            {t('noneText')}
          </EmptyState>
        )}
        {keys.length > 0 && (
          <ul className={classes.list}>
            {keys.map((key) => (
              <li key={key.id} className={classes.item}>
                <div className={classes.itemText}>
                  <span className={classes.strong}>{key.name}</span>
                  <span className={classes.dim}>
                    {roleName(key.role)} · {t('made', { at: formats.day(key.createdAt) })} ·{' '}
                    {key.lastUsedAt === null ? t('neverUsed') : t('lastUsed', { at: formats.dateTime(key.lastUsedAt) })}
                  </span>
                </div>
                <Button
                  variant="subtle"
                  color="gray"
                  c="inherit"
                  onClick={() => setEnding(key)}
                  aria-label={t('revokeName', { name: key.name })}
                >
                  {t('revoke')}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </Panel>
      <ApiKeyDialog
        opened={making}
        roles={grantableRoles(query.data?.roles ?? [], permissions)}
        onClose={() => setMaking(false)}
        onMade={query.reload}
      />
      <ConfirmDialog
        opened={ending !== null}
        title={t('revokeTitle', { name: ending?.name ?? '' })}
        act={t('revokeName', { name: ending?.name ?? '' })}
        running={revoking}
        onClose={() => setEnding(null)}
        onConfirm={() => ending !== null && void end(ending)}
      >
        <p>{t('revokeText')}</p>
      </ConfirmDialog>
    </>
  );
}
