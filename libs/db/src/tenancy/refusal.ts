/** An expected failure as the result of a unit of work: the unit is rolled back and the refusal is returned, not thrown. */
export class Refused<Refusal> {
  constructor(readonly refusal: Refusal) {}
}

/** Marks `refusal` as the outcome of a unit of work, so that nothing of the unit is kept. */
export function refuse<Refusal>(refusal: Refusal): Refused<Refusal> {
  return new Refused(refusal);
}

/** True for the outcome of a unit that was refused. */
export function isRefused(outcome: unknown): outcome is Refused<unknown> {
  return outcome instanceof Refused;
}
