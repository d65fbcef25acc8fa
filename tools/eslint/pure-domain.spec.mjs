import { ruleTester } from './rule-tester.mjs';
import rule from './pure-domain.mjs';

const impure = (code, what, count = 1) => ({
  code,
  errors: Array.from({ length: count }, () => ({ messageId: 'impure', ...(what && { data: { what } }) })),
});

ruleTester.run('pure-domain', rule, {
  valid: [
    'const at = new Date(epochMs);',
    'const at = new Date(Date.UTC(2026, 0, 1));',
    'const top = Math.max(1, 2);',
    'const day = Temporal.PlainDate.from(text);',
    'export function run(process: Step, random: () => number) { return process.next(random()); }',
    'type X = { process: string }; const a = x.process;',
  ],
  invalid: [
    impure('const now = Date.now();', 'Date.now'),
    impure("const now = Date['now']();", 'Date.now'),
    impure('const clock = Date.now;', 'Date.now'),
    impure('const now = new Date();', 'new Date() without an argument'),
    impure('const now = Date();', 'Date()'),
    impure('const dice = Math.random();', 'Math.random'),
    impure('const today = Temporal.Now.plainDateISO();', 'Temporal.Now'),
    impure('const zone = process.env.TZ;', 'process'),
    impure('const id = crypto.randomUUID();', 'crypto'),
    impure('setTimeout(run, 10);', 'setTimeout'),
    impure("console.log('x');", 'console'),
    impure("const fs = require('fs');", 'require'),
    impure('const now = globalThis.Date.now();', 'globalThis.Date'),
    impure('const p = globalThis.process;', 'globalThis.process'),
  ],
});
