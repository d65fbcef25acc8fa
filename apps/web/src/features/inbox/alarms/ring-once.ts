export type Alarm = 'soon' | 'overdue';

/** A conversation whose inquiry has become due soon, or overdue. */
export interface Rung {
  readonly id: string;
  readonly alarm: Alarm;
}

/** Each conversation of a batch once, as what it became last: overdue outdoes soon. */
export function ringOnce(batch: readonly Rung[]): Rung[] {
  const alarms = new Map<string, Alarm>();
  for (const { id, alarm } of batch) if (alarms.get(id) !== 'overdue') alarms.set(id, alarm);
  return [...alarms].map(([id, alarm]) => ({ id, alarm }));
}
