import type { FieldProblem } from './inbound-message.schema.ts';

/** A delivery that is answered with an error. `code` is stable; the message says what happened and what to do. */
export class DeliveryRefused extends Error {
  constructor(
    readonly httpStatus: number,
    readonly code: string,
    message: string,
    readonly fields: readonly FieldProblem[] = [],
  ) {
    super(message);
    this.name = 'DeliveryRefused';
  }
}
