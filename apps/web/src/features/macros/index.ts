export { MacroPicker, type InsertedMacro } from './pick/macro-picker.tsx';
export { UploadLinksPanel } from './links/upload-links-panel.tsx';
