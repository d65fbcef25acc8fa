import { ruleTester } from './rule-tester.mjs';
import rule from './resolver-needs-permission.mjs';

const graphql = (imports, body) => `import { ${imports} } from '@nestjs/graphql';\n@Resolver() class R { ${body} }`;
const http = (imports, body) => `import { ${imports} } from '@nestjs/common';\n@Controller() class C { ${body} }`;

ruleTester.run('resolver-needs-permission', rule, {
  valid: [
    graphql('Query, Resolver', "@Query(() => Int) @Allow('home:read') home() {}"),
    graphql('Query, Resolver', "@Allow('public') @Query(() => Int) viewer() {}"),
    graphql('ResolveField, Resolver', '@ResolveField(() => Int) size() {}'),
    http('Get, Controller', "@Get('health') @Allow('public') health() {}"),
    // a parameter decorator of the same name, and a decorator of somebody else's
    http('Query, Controller', "list(@Query('page') page) {}"),
    "import { Query } from './other.ts';\nclass R { @Query() rows() {} }",
    graphql('Resolver', 'helper() {}'),
  ],
  invalid: [
    ...['Query', 'Mutation', 'Subscription'].map((door) => ({
      code: graphql(`${door}, Resolver`, `@${door}(() => Int) act() {}`),
      errors: [{ messageId: 'missing', data: { door, method: 'act' } }],
    })),
    ...['Get', 'Post', 'Put', 'Patch', 'Delete', 'All', 'Sse'].map((door) => ({
      code: http(`${door}, Controller`, `@${door}('x') act() {}`),
      errors: [{ messageId: 'missing', data: { door, method: 'act' } }],
    })),
    { code: graphql('Query as Read, Resolver', '@Read(() => Int) act() {}'), errors: [{ messageId: 'missing' }] },
    {
      code: "import * as gql from '@nestjs/graphql';\nclass R { @gql.Mutation(() => Int) act() {} }",
      errors: [{ messageId: 'missing' }],
    },
    { code: graphql('Query, Resolver', '@Query(() => Int) @Allow() act() {}'), errors: [{ messageId: 'empty' }] },
    { code: graphql('Query, Resolver', '@Query(() => Int) @Allow act() {}'), errors: [{ messageId: 'empty' }] },
    { code: graphql('Query, Resolver', "@Query(() => Int) ['act']() {}"), errors: [{ messageId: 'missing' }] },
  ],
});
