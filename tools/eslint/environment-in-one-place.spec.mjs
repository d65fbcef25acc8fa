import { ruleTester } from './rule-tester.mjs';
import rule from './environment-in-one-place.mjs';

const errors = [{ messageId: 'elsewhere' }];

ruleTester.run('environment-in-one-place', rule, {
  valid: ['const port = config.port;', 'process.exit(1);', 'const env = load(); env.PORT;'],
  invalid: [
    { code: 'const port = process.env.PORT;', errors },
    { code: "const port = process['env'].PORT;", errors },
    { code: 'const { env } = process;', errors },
    { code: "import { env } from 'node:process';", errors },
  ],
});
