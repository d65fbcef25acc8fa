import { lazyPart } from '../../../components/lazy-part.tsx';

/** Opened now and then, so loaded when it is. */
export const SnoozeDialog = lazyPart(() => import('./snooze-dialog.tsx').then((module) => module.SnoozeDialog));
