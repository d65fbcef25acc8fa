'use client';
import { SamplesIcon } from '../../components/icons.tsx';
import { useWorkspace } from '../../platform/viewer/viewer-provider.tsx';
import { downloadAddress } from '../attachments/index.ts';
import classes from './products.module.css';

/** The first picture of a product, small; the name beside it says what it shows. */
export function ProductPicture({ path }: { path: string | null }) {
  const { slug } = useWorkspace();
  if (path === null)
    return (
      <span className={`${classes.picture} ${classes.noPicture}`} aria-hidden>
        <SamplesIcon />
      </span>
    );
  return (
    <img className={classes.picture} src={downloadAddress(path, slug)} alt="" width={48} height={48} loading="lazy" />
  );
}
