import type { ImportRecord } from '../imports/index.ts';

/** A row of a file of products. */
export interface ProductFileRow {
  readonly rowNumber: number;
  readonly record: ImportRecord<'products'>;
}

/** How rows meet what is there: `fill` says only what was unknown, `overwrite` has the last word. `newId` makes ids. */
export interface MergeOptions {
  readonly mode: 'fill' | 'overwrite';
  readonly newId: () => string;
}
