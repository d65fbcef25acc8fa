'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { PlusIcon } from '../../components/icons.tsx';
import { Panel } from '../../components/page-frame.tsx';
import { EmptyState, FailureState, Loading } from '../../components/states.tsx';
import {
  ArchiveCustomFieldDocument,
  type CustomFieldRowFragment,
  CustomFieldsPageDocument,
} from '../../generated/graphql.ts';
import { useAct } from '../../platform/graphql/use-act.ts';
import { useScreenQuery } from '../../platform/graphql/use-screen-query.ts';
import { useToasts } from '../../platform/toasts/toasts-provider.tsx';
import { useMay } from '../../platform/viewer/viewer-provider.tsx';
import { CustomFieldDialog } from './custom-field-dialog.tsx';
import classes from './settings.module.css';
import { useRefusals } from './use-refusals.ts';

/** Facts of buyers that this team keeps and others do not. */
export function CustomFieldsScreen() {
  const t = useTranslations('settings.customFields');
  const may = useMay();
  const { show } = useToasts();
  const refusals = useRefusals();
  const query = useScreenQuery(
    CustomFieldsPageDocument,
    {},
    { refreshOn: ({ subjectKind }) => subjectKind === 'custom_field' },
  );
  const [archive, archiving] = useAct(ArchiveCustomFieldDocument);
  const [editing, setEditing] = useState<CustomFieldRowFragment | 'new' | null>(null);
  const [leaving, setLeaving] = useState<CustomFieldRowFragment | null>(null);
  const manages = may('policy:manage');
  const fields = query.data?.customFields ?? [];
  const live = fields.filter(({ archived }) => !archived);
  const archived = fields.filter((field) => field.archived);
  const add = (
    <Button leftSection={<PlusIcon />} onClick={() => setEditing('new')}>
      {t('add')}
    </Button>
  );

  const putAway = async (field: CustomFieldRowFragment) => {
    const { data, failure } = await archive({ id: field.id });
    setLeaving(null);
    query.reload();
    if (failure !== null) return show({ message: refusals.ofFailure(failure), tone: 'bad' });
    if (data.archiveCustomField.__typename !== 'CustomField')
      return show({ message: refusals.ofRefusal('NotFound'), tone: 'bad' });
    return show({ message: t('archivedNow', { name: field.name }), tone: 'good' });
  };

  return (
    <>
      <Panel title={t('title')} lead={t('lead')} flush actions={manages && live.length > 0 ? add : null}>
        {query.failure !== null && (
          <FailureState failure={query.failure} onRetry={query.reload} compact={query.data !== null} />
        )}
        {query.loading && (
          <div className={classes.padded}>
            <Loading onRetry={query.reload} rows={3} />
          </div>
        )}
        {query.data !== null && live.length === 0 && (
          <EmptyState title={t('none')} action={manages ? add : null}>
            {t('noneText')}
          </EmptyState>
        )}
        <ul className={classes.list}>
          {live.map((field) => (
            <li key={field.id} className={classes.item}>
              <FieldText field={field} />
              {manages && (
                <span className={classes.rowActs}>
                  <Button
                    variant="default"
                    onClick={() => setEditing(field)}
                    aria-label={t('editOf', { name: field.name })}
                  >
                    {t('edit')}
                  </Button>
                  <Button
                    variant="subtle"
                    color="gray"
                    c="inherit"
                    onClick={() => setLeaving(field)}
                    aria-label={t('archiveOf', { name: field.name })}
                  >
                    {t('archive')}
                  </Button>
                </span>
              )}
            </li>
          ))}
        </ul>
      </Panel>
      {archived.length > 0 && (
        <Panel title={t('archived')} lead={t('archivedLead')} flush>
          <ul className={classes.list}>
            {archived.map((field) => (
              <li key={field.id} className={classes.item}>
                <FieldText field={field} />
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {editing !== null && (
        <CustomFieldDialog
          field={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
          onSaved={query.reload}
        />
      )}
      <ConfirmDialog
        opened={leaving !== null}
        title={t('archiveTitle', { name: leaving?.name ?? '' })}
        act={t('archive')}
        running={archiving}
        onClose={() => setLeaving(null)}
        onConfirm={() => leaving !== null && void putAway(leaving)}
      >
        <p>{t('archiveText', { count: leaving?.usedBy ?? 0 })}</p>
      </ConfirmDialog>
    </>
  );
}

function FieldText({ field }: { field: CustomFieldRowFragment }) {
  const t = useTranslations('settings.customFields');
  return (
    <span className={classes.itemText}>
      <span className={classes.strong}>{field.name}</span>
      <span className={classes.dim}>
        {[t(`kinds.${field.kind}`), ...(field.kind === 'CHOICE' ? [field.choices.join(', ')] : [])].join(' · ')}
        {' · '}
        {t('usedBy', { count: field.usedBy })}
      </span>
    </span>
  );
}
