export { CitedEntryDialog } from './cited-entry-dialog.tsx';
