/** `process.env` is read in one file (apps/api/src/config/env.ts): a variable that is read elsewhere is not validated at boot. */
export default {
  meta: {
    type: 'problem',
    docs: { description: 'Read the environment only where it is validated.' },
    messages: {
      elsewhere: 'process.env is read only in apps/api/src/config/env.ts: take the value from the configuration.',
    },
    schema: [],
  },
  create(context) {
    const report = (node) => context.report({ node, messageId: 'elsewhere' });
    return {
      MemberExpression(node) {
        const name = node.computed ? node.property.value : node.property.name;
        if (name === 'env' && node.object.type === 'Identifier' && node.object.name === 'process') report(node);
      },
      // const { env } = process; import { env } from 'node:process'
      'VariableDeclarator[init.name="process"] > ObjectPattern > Property[key.name="env"]': report,
      'ImportDeclaration[source.value=/^(node:)?process$/] > ImportSpecifier[imported.name="env"]': report,
    };
  },
};
