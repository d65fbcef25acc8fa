import { ruleTester } from './rule-tester.mjs';
import rule from './no-skipped-tests.mjs';

const errors = [{ messageId: 'partial' }];

ruleTester.run('no-skipped-tests', rule, {
  valid: ["it('a', () => {});", "it.each([1])('a', () => {});", 'rows.skip(3);', "describe('a', () => {});"],
  invalid: [
    { code: "it.only('a', () => {});", errors },
    { code: "describe.skip('a', () => {});", errors },
    { code: "test.todo('a');", errors },
    { code: "it.failing('a', () => {});", errors },
    { code: "it.concurrent.only('a', () => {});", errors },
    { code: "describe.skip.each([1])('a', () => {});", errors },
    { code: "fit('a', () => {});", errors },
    { code: "xdescribe('a', () => {});", errors },
  ],
});
