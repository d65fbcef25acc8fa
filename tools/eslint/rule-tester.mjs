import { RuleTester } from 'eslint';
import tseslint from 'typescript-eslint';

RuleTester.describe = describe;
RuleTester.it = it;

/** Tests a local rule on TypeScript with decorators. */
export const ruleTester = new RuleTester({ languageOptions: { parser: tseslint.parser } });
