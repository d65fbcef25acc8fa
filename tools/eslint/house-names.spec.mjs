import { ruleTester } from './rule-tester.mjs';
import rule from './house-names.mjs';

const at = (filename, code = 'export {};') => ({ filename, code });

ruleTester.run('house-names', rule, {
  valid: [
    at('change-grade.use-case.ts'),
    at('1763800000001-tenancy.ts'),
    at('request-context.spec.ts'),
    at('knowledge-base.query.ts'),
    at('page.tsx', 'export class EntityReader {}'),
    at('catalogue.ts', 'export class CommonestWord {} interface DatabaseRow {}'),
  ],
  invalid: [
    { ...at('changeGrade.ts'), errors: [{ messageId: 'kebab' }] },
    { ...at('Change-grade.ts'), errors: [{ messageId: 'kebab' }] },
    { ...at('date-utils.ts'), errors: [{ messageId: 'empty' }] },
    { ...at('test-helpers.ts'), errors: [{ messageId: 'empty' }] },
    { ...at('common.ts'), errors: [{ messageId: 'empty' }] },
    { ...at('a.ts', 'class BuyerManager {}'), errors: [{ messageId: 'empty' }] },
    { ...at('a.ts', 'class BaseRepository {}'), errors: [{ messageId: 'empty' }] },
    { ...at('a.ts', 'interface StringUtils {}'), errors: [{ messageId: 'empty' }] },
  ],
});
