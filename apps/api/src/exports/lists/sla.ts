import {
  loadSlaReport,
  readScope,
  ReportClock,
  ReportMeasure,
  sampleRows,
  SlaReportFilter,
  type SlaReport,
} from '../../reports/index.ts';
import { date, flag, instant, number, text, word, type ExportColumn } from '../export-column.ts';
import { computedRows, exportList, type AskedList, type ExportList } from '../export-list.ts';
import { words, type Wording } from '../wording.ts';

type Asked = AskedList<SlaReportFilter>;

const FILTER = { type: 'SlaReportFilter', of: SlaReportFilter } as const;

export const MEASURES: Wording = {
  [ReportMeasure.PLATFORM]: words('플랫폼 점수', 'Platform score'),
  [ReportMeasure.RESPONSE]: words('첫 응답', 'First response'),
  [ReportMeasure.FIRST]: words('첫 문의의 응답', 'First response, new inquiries'),
  [ReportMeasure.NEXT]: words('이어진 문의의 응답', 'Next response'),
  [ReportMeasure.RESOLUTION]: words('해결', 'Resolution'),
};

export const CLOCKS: Wording = {
  [ReportClock.CALENDAR]: words('경과 시간', 'Elapsed time'),
  [ReportClock.BUSINESS]: words('업무 시간', 'Business time'),
};

export const RESPONSE_STATES: Wording = {
  answered: words('답변함', 'Answered'),
  open: words('미응답', 'Unanswered'),
  declined: words('거절함', 'Declined'),
  spam: words('스팸', 'Spam'),
};

const GROUPINGS: Wording = {
  all: words('전체', 'All'),
  member: words('담당자', 'Person'),
  channel: words('채널', 'Channel'),
  grade: words('등급', 'Grade'),
  country: words('국가', 'Country'),
};

export const BANDS: Wording = {
  UNDER_1H: words('1시간 이내', 'Within 1 h'),
  UNDER_4H: words('4시간 이내', 'Within 4 h'),
  UNDER_12H: words('12시간 이내', 'Within 12 h'),
  UNDER_24H: words('24시간 이내', 'Within 24 h'),
  LATER: words('24시간 초과', 'Later than 24 h'),
  UNANSWERED: words('미응답', 'Unanswered'),
};

const WEEKDAYS: Wording = Object.fromEntries(
  [...'월화수목금토일'].map((day, index) => [
    String(index + 1),
    words(day, ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'][index]!),
  ]),
);

/** What a file is of, in every row: a CSV has no other place for it. The values are ours: days, codes and an instant. */
function ofWhat({ from, to, measure, clock }: SlaReport['filter'], asOf: Date): ExportColumn[] {
  return [
    text('기간', 'Period', `'${from} ~ ${to}'`),
    word('측정', 'Measure', `'${measure}'`, MEASURES),
    word('시계', 'Clock', `'${clock}'`, CLOCKS),
    instant('기준 시각', 'As of', `'${asOf.toISOString()}'::timestamptz`),
  ];
}

const reportOf = ({ database, ctx, filter, now }: Asked): Promise<SlaReport> =>
  loadSlaReport(database, ctx, filter, now);

/** Whole minutes as hours and minutes, as the screen shows them: cut, never rounded up. */
const hoursMinutes = (minutes: string): string =>
  `floor((${minutes}) / 60)::int::text || ':' || lpad((floor(${minutes})::int % 60)::text, 2, '0')`;

/** Minutes cut to hundredths, so that the file's whole minutes are the screen's. */
const cut = (minutes: number | null): number | null => (minutes === null ? null : Math.floor(minutes * 100) / 100);
const percent = (share: number | null): number | null => (share === null ? null : Math.round(share * 10_000) / 100);

/** Every sample, the slowest first. */
const SAMPLES = exportList<SlaReportFilter>({
  key: 'sla-samples',
  name: words('응답-시간', 'response-times'),
  allow: 'report:read',
  filter: FILTER,
  async rows({ ctx, database, filter, now }) {
    const reader = {
      query: <Row>(sql: string, params: readonly unknown[] = []) => database.query<Row>(ctx, sql, params),
    };
    const scope = await readScope(reader, ctx, filter, now);
    const { from, order, params } = await sampleRows(reader, scope);
    return {
      from: `${from} order by ${order}`,
      params,
      columns: [
        text('바이어', 'Buyer', 'r.buyer_name'),
        text('등급', 'Grade', 'r.grade'),
        text('국가', 'Country', 'r.country'),
        text('채널', 'Channel', 'r.channel_name'),
        instant('받은 시각', 'Received', 'r.opened_at'),
        instant('답변 시각', 'Answered', 'r.responded_at'),
        text('걸린 시간 (시:분)', 'Took (h:mm)', hoursMinutes('r.took_minutes')),
        number('걸린 시간 (분)', 'Took (minutes)', 'r.took_minutes'),
        word('상태', 'Status', 'r.status', RESPONSE_STATES),
        flag('목표 지킴', 'Target met', 'r.met'),
        flag('먼저 답하고 약속', 'Holding reply', 'r.holding'),
        text('담당자', 'Person', 'r.responder'),
        instant('자동 응답', 'Automatic reply', 'r.automatic_at'),
        ...ofWhat(scope, now),
        text('ID', 'ID', 'r.id::text'),
      ],
    };
  },
});

const FIGURES = {
  mean: 'numeric',
  median: 'numeric',
  p90: 'numeric',
  p95: 'numeric',
  automatic: 'numeric',
  ifNow: 'numeric',
  oldest: 'numeric',
  met: 'numeric',
  timely: 'numeric',
  within12: 'numeric',
};

/** The figures of the screen: all, then by person, channel, grade and country. */
const REPORT = exportList<SlaReportFilter>({
  key: 'sla-report',
  name: words('응답-보고서', 'response-report'),
  allow: 'report:read',
  filter: FILTER,
  async rows(asked) {
    const report = await reportOf(asked);
    const groups = [
      { grouping: 'all', label: '', figures: report.figures },
      ...report.byMember.map((group) => ({ ...group, grouping: 'member' })),
      ...report.byChannel.map((group) => ({ ...group, grouping: 'channel' })),
      ...report.byGrade.map((group) => ({ ...group, grouping: 'grade' })),
      ...report.byCountry.map((group) => ({ ...group, grouping: 'country' })),
    ];
    const rows = groups.map(({ grouping, label, figures }) => ({
      grouping,
      label,
      answered: figures.answered,
      unanswered: figures.unanswered,
      declined: figures.declined,
      spam: figures.spam,
      acknowledged: figures.automaticOnly,
      mean: cut(figures.meanMinutes),
      median: cut(figures.medianMinutes),
      p90: cut(figures.p90Minutes),
      p95: cut(figures.p95Minutes),
      automatic: cut(figures.withAutomaticMeanMinutes),
      ifNow: cut(figures.ifAnsweredNowMinutes),
      oldest: cut(figures.oldestWaitMinutes),
      met: percent(figures.metShare),
      timely: percent(figures.timelyShare),
      within12: percent(figures.within12HoursShare),
    }));
    const counts = { answered: 'int', unanswered: 'int', declined: 'int', spam: 'int', acknowledged: 'int' };
    return {
      ...computedRows({ grouping: 'text', label: 'text', ...counts, ...FIGURES }, rows),
      columns: [
        word('구분', 'Group', 'r.grouping', GROUPINGS),
        text('이름', 'Name', 'r.label'),
        number('답변함', 'Answered', 'r.answered'),
        number('미응답', 'Unanswered', 'r.unanswered'),
        number('거절', 'Declined', 'r.declined'),
        number('스팸', 'Spam', 'r.spam'),
        text('평균 (시:분)', 'Mean (h:mm)', hoursMinutes('r.mean')),
        number('평균 (분)', 'Mean (minutes)', 'r.mean'),
        number('중앙값 (분)', 'Median (minutes)', 'r.median'),
        number('90% (분)', 'p90 (minutes)', 'r.p90'),
        number('95% (분)', 'p95 (minutes)', 'r.p95'),
        number('자동 응답 포함 평균 (분)', 'Mean with automatic (minutes)', 'r.automatic'),
        number('자동 응답만 받은 건수', 'Automatic reply only', 'r.acknowledged'),
        number('지금 답하면 평균 (분)', 'If answered now (minutes)', 'r."ifNow"'),
        number('가장 오래 기다린 시간 (분)', 'Oldest wait (minutes)', 'r.oldest'),
        number('목표 지킴 (%)', 'Target met (%)', 'r.met'),
        number('24시간 이내 (%)', 'Within 24 h (%)', 'r.timely'),
        number('12시간 이내 (%)', 'Within 12 h (%)', 'r.within12'),
        ...ofWhat(report.filter, report.asOf),
      ],
    };
  },
});

/** The line of the screen: the rolling 30-day mean, day by day. */
const ROLLING = exportList<SlaReportFilter>({
  key: 'sla-rolling',
  name: words('30일-평균-응답', 'rolling-response'),
  allow: 'report:read',
  filter: FILTER,
  async rows(asked) {
    const report = await reportOf(asked);
    const rows = report.rolling.map(({ meanMinutes, ...day }) => ({ ...day, mean: cut(meanMinutes) }));
    return {
      ...computedRows({ date: 'date', mean: 'numeric', answered: 'int', unanswered: 'int' }, rows),
      columns: [
        date('날짜', 'Day', 'r.date'),
        text('30일 평균 (시:분)', '30-day mean (h:mm)', hoursMinutes('r.mean')),
        number('30일 평균 (분)', '30-day mean (minutes)', 'r.mean'),
        number('답변함', 'Answered', 'r.answered'),
        number('미응답', 'Unanswered', 'r.unanswered'),
        ...ofWhat(report.filter, report.asOf),
      ],
    };
  },
});

/** The heatmap of the screen: when inquiries arrive. */
const ARRIVALS = exportList<SlaReportFilter>({
  key: 'sla-arrivals',
  name: words('문의-시간대', 'inquiry-hours'),
  allow: 'report:read',
  filter: FILTER,
  async rows(asked) {
    const report = await reportOf(asked);
    const rows = report.arrivals.map(({ meanMinutes, ...hour }) => ({ ...hour, mean: cut(meanMinutes) }));
    return {
      ...computedRows({ weekday: 'text', hour: 'int', arrived: 'int', mean: 'numeric' }, rows),
      columns: [
        word('요일', 'Weekday', 'r.weekday', WEEKDAYS),
        number('시', 'Hour', 'r.hour'),
        number('문의', 'Inquiries', 'r.arrived'),
        number('평균 (분)', 'Mean (minutes)', 'r.mean'),
        ...ofWhat(report.filter, report.asOf),
      ],
    };
  },
});

/** Conversion by response time. */
const CONVERSION = exportList<SlaReportFilter>({
  key: 'sla-conversion',
  name: words('응답-시간별-전환', 'conversion-by-response-time'),
  allow: 'report:read',
  filter: FILTER,
  async rows(asked) {
    const report = await reportOf(asked);
    const rows = report.conversion.map((band) => ({ ...band, share: percent(band.share) }));
    return {
      ...computedRows({ band: 'text', buyers: 'int', ordered: 'int', share: 'numeric' }, rows),
      columns: [
        word('첫 응답', 'First response', 'r.band', BANDS),
        number('바이어', 'Buyers', 'r.buyers'),
        number('주문한 바이어', 'Ordered afterwards', 'r.ordered'),
        number('전환율(%)', 'Conversion (%)', 'r.share'),
        ...ofWhat(report.filter, report.asOf),
      ],
    };
  },
});

/** Response times: the raw samples, and the figures and charts of the SLA report. */
export const SLA: readonly ExportList[] = [SAMPLES, REPORT, ROLLING, ARRIVALS, CONVERSION];
