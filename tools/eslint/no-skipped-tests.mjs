/** No focused, skipped or planned test is committed: each would make a green run say more than it checked. */

const RUNNERS = new Set(['describe', 'it', 'test']);
const MODIFIERS = new Set(['only', 'skip', 'todo', 'failing']);
const ALIASES = new Set(['fdescribe', 'fit', 'xdescribe', 'xit', 'xtest']);

export default {
  meta: {
    type: 'problem',
    docs: { description: 'Forbid focused, skipped and planned tests.' },
    messages: { partial: '{{what}} leaves tests out of the run.' },
    schema: [],
  },
  create(context) {
    return {
      MemberExpression(node) {
        const name = node.computed ? node.property.value : node.property.name;
        // it.only, it.concurrent.only, describe.skip.each
        let root = node.object;
        while (root.type === 'MemberExpression') root = root.object;
        if (root.type === 'Identifier' && RUNNERS.has(root.name) && MODIFIERS.has(name))
          context.report({ node, messageId: 'partial', data: { what: context.sourceCode.getText(node) } });
      },
      'CallExpression > Identifier.callee'(node) {
        if (ALIASES.has(node.name)) context.report({ node, messageId: 'partial', data: { what: node.name } });
      },
    };
  },
};
