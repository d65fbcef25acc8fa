import type { RequestContext } from '../platform/context/request-context.ts';
import type { ExportRequest } from './export-list.use-case.ts';
import type { ExportPlace } from './export-list.ts';
import { words } from './wording.ts';
import type { AboutSheet } from './workbook/workbook-stream.ts';

const TEXTS = {
  about: words('파일 정보', 'About'),
  list: words('목록', 'List'),
  workspace: words('워크스페이스', 'Workspace'),
  filters: words('조건', 'Filters'),
  none: words('없음', 'None'),
  timeZone: words('시간대', 'Time zone'),
  currency: words('기준 통화', 'Base currency'),
  madeAt: words('만든 시각', 'Made at'),
  madeBy: words('만든 사람', 'Made by'),
  program: words('API 키', 'An API key'),
  rows: words('줄 수', 'Rows'),
};

/** What a workbook says about itself. */
export function aboutSheet(
  { list, filter, query }: Pick<ExportRequest, 'list' | 'filter' | 'query'>,
  place: ExportPlace,
  ctx: Pick<RequestContext, 'member'>,
  now: Date,
  rows: number,
): AboutSheet {
  const said = (key: keyof typeof TEXTS): string => TEXTS[key][place.language];
  const conditions = [...shown(filter), ...shown(query)].join('; ');
  const local = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium', timeZone: place.timeZone });
  return {
    name: said('about'),
    lines: [
      [said('list'), list.name[place.language].replaceAll('-', ' ')],
      [said('workspace'), place.workspaceName],
      [said('filters'), conditions || said('none')],
      [said('timeZone'), place.timeZone],
      [said('currency'), place.baseCurrency],
      [said('madeAt'), `${local.format(now)} (${place.timeZone})`],
      [said('madeBy'), ctx.member?.name ?? said('program')],
      [said('rows'), String(rows)],
    ],
  };
}

function shown(conditions: unknown): string[] {
  if (typeof conditions !== 'object' || conditions === null) return [];
  return Object.entries(conditions)
    .filter(
      ([, value]) =>
        value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
    )
    .map(([key, value]) => `${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`);
}
