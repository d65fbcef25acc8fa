'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { PlusIcon } from '../../../components/icons.tsx';
import { Panel } from '../../../components/page-frame.tsx';
import { FailureState, Loading } from '../../../components/states.tsx';
import { type RoleRowFragment, RolesPageDocument } from '../../../generated/graphql.ts';
import { useScreenQuery } from '../../../platform/graphql/use-screen-query.ts';
import { useMay } from '../../../platform/viewer/viewer-provider.tsx';
import { byTrust } from '../role-keys.ts';
import classes from '../settings.module.css';
import { NewRoleDialog } from './new-role-dialog.tsx';
import { RoleEditor } from './role-editor.tsx';
import { RolesMatrix } from './roles-matrix.tsx';

/** Who may do what: one column per role, read at a glance, changed one role at a time. */
export function RolesScreen() {
  const t = useTranslations('settings.rolesScreen');
  const may = useMay();
  const query = useScreenQuery(
    RolesPageDocument,
    {},
    { refreshOn: ({ verb }) => verb.startsWith('role.') || verb.startsWith('member.') },
  );
  const [editing, setEditing] = useState<RoleRowFragment | null>(null);
  const [making, setMaking] = useState(false);
  const manages = may('role:manage');
  return (
    <>
      <Panel
        title={t('title')}
        lead={t('lead')}
        flush
        actions={
          manages ? (
            <Button leftSection={<PlusIcon />} onClick={() => setMaking(true)}>
              {t('new')}
            </Button>
          ) : null
        }
      >
        {query.failure !== null && (
          <FailureState failure={query.failure} onRetry={query.reload} compact={query.data !== null} />
        )}
        {query.loading && (
          <div className={classes.padded}>
            <Loading onRetry={query.reload} rows={8} />
          </div>
        )}
        {query.data !== null && (
          <RolesMatrix
            roles={query.data.roles.toSorted((left, right) => byTrust(left.key, right.key))}
            permissions={query.data.permissions}
            onEdit={manages ? setEditing : null}
          />
        )}
      </Panel>
      {editing !== null && query.data !== null && (
        <RoleEditor
          key={editing.id}
          role={editing}
          permissions={query.data.permissions}
          onClose={() => setEditing(null)}
          onSaved={query.reload}
        />
      )}
      {making && query.data !== null && (
        <NewRoleDialog
          roles={query.data.roles}
          onClose={() => setMaking(false)}
          onMade={(role) => {
            setMaking(false);
            query.reload();
            setEditing(role);
          }}
        />
      )}
    </>
  );
}
