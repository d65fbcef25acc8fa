'use client';
import { ActionIcon } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { DownloadIcon, MoreIcon } from '../../../components/icons.tsx';
import { lazyPart } from '../../../components/lazy-part.tsx';
import { Menu, MenuItem, MenuLabel } from '../../../components/menu.tsx';
import { type BuyerRecordFieldsFragment, ExportPersonalDataDocument } from '../../../generated/graphql.ts';
import { useAct } from '../../../platform/graphql/use-act.ts';
import { useToasts } from '../../../platform/toasts/toasts-provider.tsx';
import { useMay } from '../../../platform/viewer/viewer-provider.tsx';
import { useRefusals } from '../use-refusals.ts';

const EraseDialog = lazyPart(() => import('./erase-dialog.tsx').then((module) => module.EraseDialog));

/** A person's rights over what is kept about them: a copy, or to be forgotten. */
export function PersonalDataMenu({ buyer, onErased }: { buyer: BuyerRecordFieldsFragment; onErased: () => void }) {
  const t = useTranslations('buyers.personal');
  const may = useMay();
  const refusals = useRefusals();
  const { show } = useToasts();
  const [read] = useAct(ExportPersonalDataDocument);
  const [erasing, setErasing] = useState(false);
  if (!may('buyer:privacy')) return null;

  const exportData = async () => {
    const { data, failure } = await read({ buyerId: buyer.id });
    if (failure) return show({ message: refusals.ofFailure(failure), tone: 'bad' });
    const result = data.exportPersonalData;
    if (result.__typename === 'NotFound') return show({ message: refusals.ofRefusal(result), tone: 'bad' });
    download(result.fileName, result.json);
    return show({ message: t('exported', { file: result.fileName }), tone: 'good' });
  };
  return (
    <>
      <Menu
        label={t('title')}
        align="end"
        trigger={(props) => (
          <ActionIcon variant="default" size="2.75rem" aria-label={t('title')} {...props}>
            <MoreIcon />
          </ActionIcon>
        )}
      >
        <MenuLabel>{t('title')}</MenuLabel>
        <MenuItem icon={<DownloadIcon />} onClick={() => void exportData()}>
          {t('export')}
        </MenuItem>
        {buyer.erasedAt === null && (
          <MenuItem danger onClick={() => setErasing(true)}>
            {t('erase')}
          </MenuItem>
        )}
      </Menu>
      {erasing && <EraseDialog buyer={buyer} onClose={() => setErasing(false)} onErased={onErased} />}
    </>
  );
}

function download(name: string, json: string) {
  const address = URL.createObjectURL(new Blob([json], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
