import type { NamedValue, ProductContent, ProductStatus } from './product.ts';
import type { MergeOptions, ProductFileRow } from './file-rows.ts';

/** Where the product stands: discontinued when all rows say so, a draft when no row says otherwise. */
export function statusOf(
  rows: readonly ProductFileRow[],
  allEnded: boolean,
  known: ProductContent | null,
): ProductStatus {
  if (allEnded) return 'discontinued';
  const said = rows.map(({ record }) => record.status).filter((status) => status !== null);
  if (said.length === 0) return known?.status ?? 'active';
  return said.includes('active') || said.includes('discontinued') ? 'active' : 'draft';
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
