import pg from 'pg';

const TIMESTAMPTZ = 1184;
/** What PostgreSQL writes with time zone UTC: `2026-03-02 08:15:00.5+00`. */
const UTC_TEXT = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?\+00$/;

/** PostgreSQL's text of an instant as ISO 8601 with milliseconds, without building a Date for the usual form. */
export function isoInstant(text: string): string {
  const match = UTC_TEXT.exec(text);
  if (!match) return new Date(text).toISOString();
  return `${match[1]}T${match[2]}.${(match[3] ?? '').padEnd(3, '0').slice(0, 3)}Z`;
}

/** Type parsers of pg that leave instants as ISO text: a hot list sends them on and never computes with them. */
export const ISO_TIMESTAMPS: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === TIMESTAMPTZ) return isoInstant;
    return pg.types.getTypeParser(oid, format);
  },
};
