import { lazyPart } from '../../components/lazy-part.tsx';

export type { InsertedPack, PackFor } from './pack/pack-dialog.tsx';
export { ProductPick } from './pack/product-pick.tsx';
/** Loaded when it is opened: the inbox answers most inquiries without it. */
export const PackDialog = lazyPart(() => import('./pack/pack-dialog.tsx').then((module) => module.PackDialog));
