'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { useState } from 'react';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { Panel } from '../../components/page-frame.tsx';
import { EmptyState, FailureState, Loading } from '../../components/states.tsx';
import {
  DeleteWorkspaceTagDocument,
  RenameWorkspaceTagDocument,
  TagsPageDocument,
  type TagsPageQuery,
} from '../../generated/graphql.ts';
import { useAct } from '../../platform/graphql/use-act.ts';
import { useScreenQuery } from '../../platform/graphql/use-screen-query.ts';
import { useToasts } from '../../platform/toasts/toasts-provider.tsx';
import { useMay, useWorkspaceHref } from '../../platform/viewer/viewer-provider.tsx';
import { DownloadMenu } from '../exports/index.ts';
import { NameDialog } from './name-dialog.tsx';
import classes from './settings.module.css';
import { useRefusals } from './use-refusals.ts';

type Tag = TagsPageQuery['tags'][number];

/** The team's own tags: made on a buyer's page, put in order here. */
export function TagsScreen() {
  const t = useTranslations('settings.tags');
  const may = useMay();
  const href = useWorkspaceHref();
  const { show } = useToasts();
  const refusals = useRefusals();
  const query = useScreenQuery(TagsPageDocument, {}, { refreshOn: ({ verb }) => verb.includes('tag') });
  const [rename] = useAct(RenameWorkspaceTagDocument);
  const [remove, removing] = useAct(DeleteWorkspaceTagDocument);
  const [naming, setNaming] = useState<Tag | null>(null);
  const [leaving, setLeaving] = useState<Tag | null>(null);
  const tags = query.data?.tags ?? [];
  const manages = may('policy:manage');

  /** Null when it is done, else why not. */
  const saveName = async (tag: Tag, name: string): Promise<string | null> => {
    const { data, failure } = await rename({ input: { id: tag.id, name } });
    if (failure !== null) return refusals.ofFailure(failure);
    query.reload();
    const result = data.renameTag;
    if (result.__typename === 'NameTaken') return t('taken');
    if (result.__typename === 'InvalidField') return t('invalid');
    if (result.__typename === 'NotFound') return refusals.ofRefusal('NotFound');
    setNaming(null);
    show({ message: t('renamed', { name: result.name }), tone: 'good' });
    return null;
  };
  const finish = async (tag: Tag) => {
    const { data, failure } = await remove({ id: tag.id });
    setLeaving(null);
    query.reload();
    if (failure !== null) return show({ message: refusals.ofFailure(failure), tone: 'bad' });
    if (data.deleteTag.__typename === 'NotFound') return show({ message: refusals.ofRefusal('NotFound'), tone: 'bad' });
    return show({ message: t('deleted', { name: tag.name }), tone: 'good' });
  };

  return (
    <>
      <Panel title={t('title')} lead={t('lead')} actions={<DownloadMenu list="tags" />} flush>
        {query.failure !== null && (
          <FailureState failure={query.failure} onRetry={query.reload} compact={query.data !== null} />
        )}
        {query.loading && (
          <div className={classes.padded}>
            <Loading onRetry={query.reload} rows={4} />
          </div>
        )}
        {query.data !== null && tags.length === 0 && <EmptyState title={t('none')}>{t('noneText')}</EmptyState>}
        <ul className={classes.list}>
          {tags.map((tag) => (
            <li key={tag.id} className={classes.item}>
              <span className={classes.itemText}>
                <span className={classes.strong}>{tag.name}</span>
                <Link className={classes.dim} href={`${href('buyers')}?tag=${tag.id}`}>
                  {t('buyers', { count: tag.buyerCount })}
                </Link>
              </span>
              {manages && (
                <span className={classes.rowActs}>
                  <Button
                    variant="default"
                    onClick={() => setNaming(tag)}
                    aria-label={t('renameOf', { name: tag.name })}
                  >
                    {t('rename')}
                  </Button>
                  <Button
                    variant="subtle"
                    color="gray"
                    c="inherit"
                    onClick={() => setLeaving(tag)}
                    aria-label={t('deleteOf', { name: tag.name })}
                  >
                    {t('delete')}
                  </Button>
                </span>
              )}
            </li>
          ))}
        </ul>
      </Panel>
      {naming !== null && (
        <NameDialog
          title={t('renameOf', { name: naming.name })}
          label={t('name')}
          initial={naming.name}
          maxLength={40}
          onClose={() => setNaming(null)}
          onSave={(name) => saveName(naming, name)}
        />
      )}
      <ConfirmDialog
        opened={leaving !== null}
        title={t('deleteTitle', { name: leaving?.name ?? '' })}
        act={t('delete')}
        running={removing}
        onClose={() => setLeaving(null)}
        onConfirm={() => leaving !== null && void finish(leaving)}
      >
        <p>{t('deleteText', { count: leaving?.buyerCount ?? 0 })}</p>
      </ConfirmDialog>
    </>
  );
}
