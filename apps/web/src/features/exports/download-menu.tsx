'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { DownloadIcon } from '../../components/icons.tsx';
import { Menu, MenuItem } from '../../components/menu.tsx';
import { useMay, useWorkspace } from '../../platform/viewer/viewer-provider.tsx';
import { type ExportConditions, type ExportFormat, type ExportName, exportAddress } from './export-address.ts';
import classes from './exports.module.css';
import { type ExportProblem, askFor, saveAddress } from './save-address.ts';
import { useExportProblem } from './use-export-problem.ts';

const FORMATS: readonly ExportFormat[] = ['csv', 'xlsx'];

/**
 * The one way to take a list out: as CSV or as a workbook, with the filters that the screen shows. Nothing for those who may
 * not. `also` are lists that belong to the same rows, such as the orders of the buyers shown.
 */
export function DownloadMenu({
  list,
  also = [],
  about,
  quiet = false,
  filter,
  query,
}: {
  list: ExportName;
  also?: readonly ExportName[];
  /** What is downloaded, where a page has several such menus. */
  about?: string;
  quiet?: boolean;
} & ExportConditions) {
  const t = useTranslations('exports');
  const may = useMay();
  const { slug } = useWorkspace();
  const word = useExportProblem();
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<ExportProblem | null>(null);
  if (!may('data:export')) return null;
  const lists = [list, ...also.filter((name) => name !== 'contacts' || may('contact:read'))];
  const save = async (name: ExportName, format: ExportFormat) => {
    const address = exportAddress(slug, name, format, { ...(filter && { filter }), ...(query && { query }) });
    setAsking(true);
    setProblem(null);
    const found = await askFor(address);
    setAsking(false);
    setProblem(found);
    if (found === null) saveAddress(address);
  };
  const label = about === undefined ? t('download') : t('downloadOf', { title: about });
  return (
    <div className={classes.download}>
      <Menu
        label={label}
        align="end"
        trigger={(props) => (
          <Button
            {...props}
            variant={quiet ? 'subtle' : 'default'}
            {...(quiet && { color: 'gray', px: '0.5rem' })}
            leftSection={<DownloadIcon />}
            aria-label={label}
            loading={asking}
          >
            {t('download')}
          </Button>
        )}
      >
        {lists.flatMap((name) =>
          FORMATS.map((format) => (
            <MenuItem key={`${name}.${format}`} onClick={() => void save(name, format)}>
              {lists.length === 1
                ? t(`formats.${format}`)
                : t('listAs', { list: t(`lists.${name}`), format: t(`formats.${format}`) })}
            </MenuItem>
          )),
        )}
      </Menu>
      {problem !== null && (
        <p role="alert" className={classes.problem}>
          {word(problem)}
        </p>
      )}
    </div>
  );
}
