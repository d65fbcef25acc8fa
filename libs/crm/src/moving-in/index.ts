export { CONFIRMED_STEPS, hasMovedIn, MOVING_IN_STEPS, movingInSteps } from './moving-in-steps.ts';
export type { MovingInFacts, MovingInStep, MovingInStepKey, MovingInStepState } from './moving-in-steps.ts';
export { STARTER_QUESTIONS } from './starter-questions.ts';
export type { StarterQuestion } from './starter-questions.ts';
