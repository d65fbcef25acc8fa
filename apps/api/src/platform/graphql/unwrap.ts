import { isRefused } from '@dangol/db';
import type { Refused } from '@dangol/db';

/** The member of a result union behind what a use case answered: its success, or the refusal inside a `Refused`. */
export function unwrap<Outcome>(outcome: Outcome): Exclude<Outcome, Refused<unknown>> | RefusalOf<Outcome> {
  return (isRefused(outcome) ? outcome.refusal : outcome) as Exclude<Outcome, Refused<unknown>> | RefusalOf<Outcome>;
}

type RefusalOf<Outcome> = Outcome extends Refused<infer Refusal> ? Refusal : never;
