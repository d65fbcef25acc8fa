import { queryGradeOverrides, queryTags } from '../../buyers/index.ts';
import { AuditFilter, auditStatement, queryMembers } from '../../workspaces/index.ts';
import { date, instant, number, text, word } from '../export-column.ts';
import { computedRows, exportList } from '../export-list.ts';
import { ACTORS, IMPORT_KINDS, IMPORT_STATES, MEMBER_STATES, ROLES, words } from '../wording.ts';

/** The audit log, newest first. */
export const AUDIT = exportList<AuditFilter>({
  key: 'audit',
  name: words('감사-기록', 'audit-log'),
  allow: 'audit:read',
  filter: { type: 'AuditFilter', of: AuditFilter },
  async rows({ ctx, filter }) {
    const { sql, params } = auditStatement(ctx.workspaceId, filter);
    return {
      from: `(${sql}) r`,
      params,
      columns: [
        number('번호', 'Position', 'r.position'),
        instant('시각', 'When', 'r.at'),
        word('누구 종류', 'Kind of actor', 'r."actorKind"', ACTORS),
        text('누구', 'Who', 'r."actorName"'),
        text('한 일', 'What', 'r.verb'),
        text('대상 종류', 'Kind of subject', 'r."subjectKind"'),
        text('대상 ID', 'Subject ID', 'r."subjectId"::text'),
        text('바이어', 'Buyer', 'r."buyerName"'),
        text('내용', 'Data', 'r.data::text'),
      ],
    };
  },
});

/** Everyone who is or was here. */
export const MEMBERS = exportList({
  key: 'members',
  name: words('멤버', 'members'),
  allow: 'member:read',
  async rows({ ctx, database }) {
    const members = await queryMembers(database, ctx);
    const types = { name: 'text', email: 'text', role: 'text', status: 'text', createdAt: 'timestamptz' };
    return {
      ...computedRows(types, members),
      columns: [
        text('이름', 'Name', 'r.name'),
        text('이메일', 'E-mail', 'r.email'),
        word('역할', 'Role', 'r.role', ROLES),
        word('상태', 'Status', 'r.status', MEMBER_STATES),
        instant('참여', 'Joined', 'r."createdAt"'),
      ],
    };
  },
});

/** Grades that people set against the rules and that stand. */
export const OVERRIDES = exportList({
  key: 'overrides',
  name: words('등급-재정의', 'overrides'),
  allow: 'grading:manage',
  async rows({ ctx, database, now }) {
    const overrides = await queryGradeOverrides(database, ctx, null, now);
    const rows = overrides.map(({ buyer, setBy, ...row }) => ({
      ...row,
      buyer: buyer.name,
      company: buyer.company,
      setBy: setBy?.name,
    }));
    const types = {
      buyer: 'text',
      company: 'text',
      grade: 'text',
      computedGrade: 'text',
      computedNow: 'text',
      reason: 'text',
    };
    return {
      ...computedRows({ ...types, setBy: 'text', setAt: 'timestamptz', reviewOn: 'date' }, rows),
      columns: [
        text('바이어', 'Buyer', 'r.buyer'),
        text('회사', 'Company', 'r.company'),
        text('정한 등급', 'Grade set', 'r.grade'),
        text('그때 계산된 등급', 'Computed then', 'r."computedGrade"'),
        text('지금 계산된 등급', 'Computed now', 'r."computedNow"'),
        text('이유', 'Reason', 'r.reason'),
        text('정한 사람', 'Set by', 'r."setBy"'),
        instant('정한 시각', 'Set', 'r."setAt"'),
        date('다시 볼 날', 'Review on', 'r."reviewOn"'),
      ],
    };
  },
});

/** The team's own tags. */
export const TAGS = exportList({
  key: 'tags',
  name: words('태그', 'tags'),
  allow: 'buyer:read',
  async rows({ ctx, database }) {
    return {
      ...computedRows({ name: 'text', buyerCount: 'int' }, await queryTags(database, ctx)),
      columns: [text('태그', 'Tag', 'r.name'), number('바이어 수', 'Buyers', 'r."buyerCount"')],
    };
  },
});

/** Exchange rates, newest day first. */
export const EXCHANGE_RATES = exportList({
  key: 'exchange-rates',
  name: words('환율', 'exchange-rates'),
  allow: 'report:read',
  async rows({ ctx }) {
    return {
      from: `exchange_rates x left join members m on m.workspace_id = $1 and m.id = x.created_by
        where x.workspace_id = $1 order by x.on_date desc, x.currency, x.base_currency`,
      params: [ctx.workspaceId],
      columns: [
        date('날짜', 'Day', 'x.on_date'),
        text('통화', 'Currency', 'x.currency'),
        text('기준 통화', 'Base currency', 'x.base_currency'),
        number('환율', 'Rate', 'trim_scale(x.rate)'),
        text('출처', 'Source', 'x.source'),
        text('입력한 사람', 'Entered by', 'm.name'),
        instant('입력한 시각', 'Entered', 'x.created_at'),
      ],
    };
  },
});

/** Files that were brought in, newest first. */
export const IMPORTS = exportList({
  key: 'imports',
  name: words('가져오기', 'imports'),
  allow: 'import:run',
  async rows({ ctx }) {
    return {
      from: `imports i left join members m on m.workspace_id = $1 and m.id = i.started_by
        where i.workspace_id = $1 order by i.created_at desc, i.id desc`,
      params: [ctx.workspaceId],
      columns: [
        instant('시작', 'Started', 'i.created_at'),
        word('종류', 'Kind', 'i.kind', IMPORT_KINDS),
        text('출처', 'Source', 'i.source'),
        text('파일', 'File', 'i.file_name'),
        word('상태', 'Status', 'i.status', IMPORT_STATES),
        number('전체 줄', 'Rows', 'i.total_rows'),
        number('새로 만듦', 'Created', 'i.created_rows'),
        number('고침', 'Updated', 'i.updated_rows'),
        number('그대로', 'Unchanged', 'i.unchanged_rows'),
        number('실패', 'Failed', 'i.failed_rows'),
        number('제외', 'Left out', 'i.left_out_rows'),
        text('문제', 'Problem', 'i.problem'),
        text('한 사람', 'By', 'm.name'),
        instant('끝', 'Finished', 'i.finished_at'),
        instant('되돌림', 'Undone', 'i.undone_at'),
      ],
    };
  },
});
