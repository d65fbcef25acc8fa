export type {
  CellProblem,
  Encoding,
  Layout,
  LayoutColumn,
  LayoutSheet,
  OpenFile,
  ReadingHints,
  SourceRow,
} from './layout.ts';
export { ENCODINGS } from './layout.ts';
export { readLayout, readRows } from './read-layout.ts';
export { UnreadableFile, type UnreadableFileCode } from './unreadable-file.ts';
export { VALUE_READERS } from './value-readers.ts';
