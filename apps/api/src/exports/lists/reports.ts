import { loadGoals } from '../../goals/index.ts';
import { CodedError } from '../../platform/errors/coded-error.ts';
import { LocalDate } from '../../platform/graphql/scalars.ts';
import { checkPeriod, loadBuyerInsights } from '../../reports/index.ts';
import { loadWorkload } from '../../resources/index.ts';
import { date, money, number, text, word } from '../export-column.ts';
import { computedRows, exportList, type AskedList, type ExportList } from '../export-list.ts';
import { GOAL_COUNTED, words } from '../wording.ts';

type Asked = AskedList<unknown>;

const minorOf = (amount: { minor: string | bigint } | null | undefined): string | null =>
  amount ? String(amount.minor) : null;
const percent = (share: number | null): number | null => (share === null ? null : Math.round(share * 10_000) / 100);

function insightsOf({ database, ctx, query, now }: Asked) {
  const [from, to] = [day(query['from']), day(query['to'])];
  return loadBuyerInsights(database, ctx, checkPeriod({ from, to }), now);
}

/** The period in every row: a CSV has no other place for it. */
const period = ({ from, to }: { from: string; to: string }) => text('기간', 'Period', `'${from} ~ ${to}'`); // both are days

const lastDays = (days: number) => number('최근 일수', 'Last days', String(days));

function day(value: string | undefined): string {
  try {
    return LocalDate.parseValue(value);
  } catch {
    throw new CodedError('BAD_USER_INPUT', 'A report needs its days, from and to, as YYYY-MM-DD');
  }
}

function workloadOf({ database, ctx, query, now }: Asked) {
  const days = Number(query['days'] ?? 30);
  if (!Number.isInteger(days) || days < 1 || days > 366)
    throw new CodedError('BAD_USER_INPUT', 'days must be a whole number from 1 to 366');
  return loadWorkload(database, ctx, days, now);
}

const GROUPS = { NONE: words('레벨 없음', 'No level') };

const CONVERSION = exportList({
  key: 'report-conversion',
  name: words('문의-주문-전환', 'report-conversion'),
  allow: 'report:read',
  async rows(asked) {
    const { conversion, ...insights } = await insightsOf(asked);
    const isGrade = (key: string): boolean => ['A', 'B', 'C'].includes(key);
    const { by } = asked.query; // grade or level, as the two charts show them; both when left out
    const rows = conversion
      .filter(({ key }) => by === undefined || isGrade(key) === (by === 'grade'))
      .map((row) => ({ ...row, rate: percent(row.rate) }));
    return {
      ...computedRows({ key: 'text', buyers: 'int', inquirers: 'int', ordered: 'int', rate: 'numeric' }, rows),
      columns: [
        period(insights),
        word('등급 또는 레벨', 'Grade or level', 'r.key', GROUPS),
        number('바이어', 'Buyers', 'r.buyers'),
        number('첫 문의한 바이어', 'First asked in the period', 'r.inquirers'),
        number('주문한 바이어', 'Ordered afterwards', 'r.ordered'),
        number('전환율(%)', 'Conversion (%)', 'r.rate'),
      ],
    };
  },
});

const ORDER_VALUES = exportList({
  key: 'report-order-values',
  name: words('객단가', 'report-order-values'),
  allow: 'report:read',
  async rows(asked) {
    const { orderValues, ...insights } = await insightsOf(asked);
    const rows = orderValues.map((row) => ({ ...row, average: minorOf(row.averageOrder) }));
    return {
      ...computedRows({ grade: 'text', orders: 'int', average: 'bigint' }, rows),
      columns: [
        period(insights),
        text('등급', 'Grade', 'r.grade'),
        number('주문', 'Orders', 'r.orders'),
        money('객단가', 'Average order value', 'r.average', 'base'),
      ],
    };
  },
});

const REVENUE = exportList({
  key: 'report-revenue',
  name: words('월별-매출', 'report-revenue'),
  allow: 'money:read',
  async rows(asked) {
    const { revenue, ...insights } = await insightsOf(asked);
    const rows = revenue.map(({ month, first, repeat }) => ({ month, first: minorOf(first), again: minorOf(repeat) }));
    return {
      ...computedRows({ month: 'text', first: 'bigint', again: 'bigint' }, rows),
      columns: [
        period(insights),
        text('월', 'Month', 'r.month'),
        money('첫 거래 매출', 'First orders', 'r.first', 'base'),
        money('재구매 매출', 'Repeat orders', 'r.again', 'base'),
      ],
    };
  },
});

const FIRST_ORDERS = exportList({
  key: 'report-first-orders',
  name: words('첫-주문-크기', 'report-first-orders'),
  allow: 'money:read',
  async rows(asked) {
    const { firstOrderBands, ...insights } = await insightsOf(asked);
    return {
      ...computedRows(
        { fromMinor: 'bigint', toMinor: 'bigint', orders: 'int' },
        firstOrderBands.map((band) => ({ ...band })),
      ),
      columns: [
        period(insights),
        money('이상', 'From', 'r."fromMinor"', 'base'),
        money('미만', 'Below', 'r."toMinor"', 'base'),
        number('첫 주문', 'First orders', 'r.orders'),
      ],
    };
  },
});

const COUNTRIES = exportList({
  key: 'report-countries',
  name: words('국가별-실적', 'report-countries'),
  allow: 'report:read',
  async rows(asked) {
    const { countries, ...insights } = await insightsOf(asked);
    const rows = countries.map((row) => ({ ...row, minor: minorOf(row.revenue) }));
    const types = {
      country: 'text',
      buyers: 'int',
      newBuyers: 'int',
      repeatBuyers: 'int',
      orders: 'int',
      minor: 'bigint',
    };
    return {
      ...computedRows(types, rows),
      columns: [
        period(insights),
        text('국가', 'Country', 'r.country'),
        number('바이어', 'Buyers', 'r.buyers'),
        number('신규', 'New', 'r."newBuyers"'),
        number('재구매', 'Repeat', 'r."repeatBuyers"'),
        number('주문', 'Orders', 'r.orders'),
        money('매출', 'Revenue', 'r.minor', 'base'),
      ],
    };
  },
});

const WORKLOAD = exportList({
  key: 'report-workload',
  name: words('담당자별-업무', 'report-workload'),
  allow: 'report:read',
  async rows(asked) {
    const { members, days } = await workloadOf(asked);
    const rows = members.map(({ member, revenue, ...row }) => ({ ...row, name: member.name, minor: minorOf(revenue) }));
    const counts = { capacity: 'int', buyersA: 'int', buyersB: 'int', buyersC: 'int', waiting: 'int', replies: 'int' };
    const hours = { hours: 'numeric', hoursA: 'numeric', hoursB: 'numeric', hoursC: 'numeric' };
    return {
      ...computedRows({ name: 'text', role: 'text', ...counts, ...hours, minor: 'bigint' }, rows),
      columns: [
        lastDays(days),
        text('이름', 'Name', 'r.name'),
        text('역할', 'Role', 'r.role'),
        number('담당 한도', 'Capacity', 'r.capacity'),
        number('A 바이어', 'A buyers', 'r."buyersA"'),
        number('B 바이어', 'B buyers', 'r."buyersB"'),
        number('C 바이어', 'C buyers', 'r."buyersC"'),
        number('답변 대기', 'Waiting', 'r.waiting'),
        number('답장', 'Replies', 'r.replies'),
        number('시간', 'Hours', 'r.hours'),
        number('A에 쓴 시간', 'Hours for A', 'r."hoursA"'),
        number('B에 쓴 시간', 'Hours for B', 'r."hoursB"'),
        number('C에 쓴 시간', 'Hours for C', 'r."hoursC"'),
        money('매출', 'Revenue', 'r.minor', 'base'),
      ],
    };
  },
});

const EFFORT = exportList({
  key: 'report-effort',
  name: words('등급별-업무', 'report-effort'),
  allow: 'report:read',
  async rows(asked) {
    const { grades, days } = await workloadOf(asked);
    const rows = grades.map(({ revenue, ...row }) => ({ ...row, minor: minorOf(revenue) }));
    const types = {
      grade: 'text',
      buyers: 'int',
      hours: 'numeric',
      hoursSharePercent: 'numeric',
      targetSharePercent: 'numeric',
    };
    return {
      ...computedRows({ ...types, minor: 'bigint', revenueSharePercent: 'numeric' }, rows),
      columns: [
        lastDays(days),
        text('등급', 'Grade', 'r.grade'),
        number('바이어', 'Buyers', 'r.buyers'),
        number('시간', 'Hours', 'r.hours'),
        number('시간 비중(%)', 'Share of hours (%)', 'r."hoursSharePercent"'),
        number('목표 비중(%)', 'Target share (%)', 'r."targetSharePercent"'),
        money('매출', 'Revenue', 'r.minor', 'base'),
        number('매출 비중(%)', 'Share of revenue (%)', 'r."revenueSharePercent"', { needs: 'money:read' }),
      ],
    };
  },
});

/** Goals: one row per group of a goal. */
const GOALS = exportList({
  key: 'goals',
  name: words('수출-목표', 'goals'),
  allow: 'report:read',
  async rows({ ctx, database, goals, now }) {
    const loaded = await loadGoals(database, goals, ctx, now);
    const rows = loaded.flatMap(({ groups, plan, target, owner, ...goal }) =>
      groups.map((group) => ({
        name: goal.name,
        year: goal.year,
        counted: goal.counted,
        currency: target.currency,
        target: minorOf(target),
        planned: minorOf(plan.product),
        paidGoal: minorOf(plan.paid),
        progress: plan.progressPercent,
        owner: owner?.name,
        dueOn: goal.dueOn,
        grade: group.grade,
        buyers: group.buyers,
        average: minorOf(group.averageOrder),
        product: minorOf(group.product),
        buyersNow: group.buyersNow,
        averageNow: minorOf(group.averageOrderNow),
        paid: minorOf(group.paid),
      })),
    );
    const goalTypes = {
      name: 'text',
      year: 'int',
      counted: 'text',
      currency: 'text',
      target: 'bigint',
      planned: 'bigint',
    };
    const progress = { paidGoal: 'bigint', progress: 'numeric', owner: 'text', dueOn: 'date' };
    const group = { grade: 'text', buyers: 'int', average: 'bigint', product: 'bigint', buyersNow: 'int' };
    return {
      ...computedRows({ ...goalTypes, ...progress, ...group, averageNow: 'bigint', paid: 'bigint' }, rows),
      columns: [
        text('목표', 'Goal', 'r.name'),
        number('연도', 'Year', 'r.year'),
        word('세는 바이어', 'Counted buyers', 'r.counted', GOAL_COUNTED),
        text('담당자', 'Owner', 'r.owner'),
        date('기한', 'Due on', 'r."dueOn"'),
        text('통화', 'Currency', 'r.currency'),
        money('목표액', 'Target', 'r.target', 'r.currency', {}),
        money('계획액', 'Planned', 'r.planned', 'r.currency', {}),
        money('결제액', 'Paid', 'r."paidGoal"', 'r.currency'),
        number('달성률(%)', 'Progress (%)', 'r.progress', { needs: 'money:read' }),
        text('등급', 'Grade', 'r.grade'),
        number('계획 바이어', 'Buyers planned', 'r.buyers'),
        money('계획 객단가', 'Average order planned', 'r.average', 'r.currency', {}),
        money('등급별 계획액', 'Planned by grade', 'r.product', 'r.currency', {}),
        number('지금 바이어', 'Buyers now', 'r."buyersNow"'),
        money('지금 객단가', 'Average order now', 'r."averageNow"', 'r.currency'),
        money('등급별 결제액', 'Paid by grade', 'r.paid', 'r.currency'),
      ],
    };
  },
});

/** The tables of the reports, from the figures that their screens show. */
export const REPORTS: readonly ExportList[] = [
  CONVERSION,
  ORDER_VALUES,
  REVENUE,
  FIRST_ORDERS,
  COUNTRIES,
  WORKLOAD,
  EFFORT,
  GOALS,
];
