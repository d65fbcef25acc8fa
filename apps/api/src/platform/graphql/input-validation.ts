import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from '@nestjs/common';
import { CodedError } from '../errors/coded-error.ts';

/** One rule that an input field broke. */
export interface FieldProblem {
  /** Dotted path inside the input, such as `email` or `lines.0.quantity`. */
  readonly path: string;
  /** Name of the rule, such as `isEmail`. */
  readonly rule: string;
  /** English text for developers. */
  readonly message: string;
}

/** Lists the broken rules of a validated argument, nested ones with their path. */
export function fieldProblems(errors: readonly ValidationError[], parent = ''): FieldProblem[] {
  return errors.flatMap(({ property, constraints = {}, children = [] }) => {
    const path = parent ? `${parent}.${property}` : property;
    const own = Object.entries(constraints).map(([rule, message]) => ({ path, rule, message }));
    return [...own, ...fieldProblems(children, path)];
  });
}

/** Validates every argument once, at the edge. */
export function inputValidationPipe(): ValidationPipe {
  return new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) =>
      new CodedError('BAD_USER_INPUT', 'The input breaks a rule', { fields: fieldProblems(errors) }),
  });
}
