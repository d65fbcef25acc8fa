export * from './time/index.ts';
export * from './money/index.ts';
export * from './grading/index.ts';
export * from './sla/index.ts';
export * from './inbox/index.ts';
