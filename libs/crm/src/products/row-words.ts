import type { NamedValue, ProductContent, ProductStatus, Variant } from './product.ts';
import type { MergeOptions, ProductFileRow } from './file-rows.ts';

/**
 * Whether the file ends the product: its own row says so, or a row for each of its variants does. `others` are the variants
 * that the file does not name.
 */
export function hasEnded(rows: readonly ProductFileRow[], others: readonly Pick<Variant, 'status'>[]): boolean {
  const said = rows.filter(({ record }) => record.status !== null);
  if (said.length === 0 || said.some(({ record }) => record.status !== 'discontinued')) return false;
  if (said.some(({ record }) => record.sku === null)) return true;
  return said.length === rows.length && others.every(({ status }) => status === 'discontinued');
}

/** Where a variant stands by its rows; null when none of them says. */
export function statusOfSku(rows: readonly ProductFileRow[]): Variant['status'] | null {
  const said = rows.map(({ record }) => record.status);
  if (said.includes('discontinued')) return 'discontinued';
  return said.includes('active') ? 'active' : null;
}

/** Where the product stands by its rows; that a variant has ended says nothing of it. */
export function statusOf(rows: readonly ProductFileRow[], ended: boolean, known: ProductContent | null): ProductStatus {
  if (ended) return 'discontinued';
  const said = new Set(rows.map(({ record }) => record.status));
  if (said.has('active')) return 'active';
  return said.has('draft') ? 'draft' : (known?.status ?? 'active');
}

/** Names by language; of a name without one the script says which. */
export function namesOf(rows: readonly ProductFileRow[]): Record<string, string> {
  const names: Record<string, string> = {};
  for (const { record } of rows) {
    for (const language of ['en', 'ko', 'zh', 'ja', 'es'] as const) {
      const name = record[`name_${language}`];
      if (name) names[language] ??= name;
    }
    if (record.name) names[languageOf(record.name)] ??= record.name;
  }
  return names;
}

function languageOf(name: string): string {
  if (/\p{Script=Hangul}/u.test(name)) return 'ko';
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(name)) return 'ja';
  return /\p{Script=Han}/u.test(name) ? 'zh' : 'en';
}

/** `Volume: 30 ml`; what has no name is numbered. */
export function specsOf(
  known: ProductContent | null,
  rows: readonly ProductFileRow[],
  mode: MergeOptions['mode'],
): NamedValue[] {
  const specs = new Map((known?.specs ?? []).map((spec) => [spec.name.toLowerCase(), spec]));
  const said = new Set<string>();
  for (const cell of rows.flatMap(({ record }) => record.specs ?? [])) {
    const [, name, value] = /^([^:：=]{1,100})[:：=]\s*(.+)$/u.exec(cell) ?? [
      null,
      `Specification ${said.size + 1}`,
      cell,
    ];
    const key = name!.trim().toLowerCase();
    if (said.has(key) || (mode === 'fill' && specs.has(key))) continue;
    said.add(key);
    specs.set(key, { name: name!.trim(), value: value! });
  }
  return [...specs.values()];
}
