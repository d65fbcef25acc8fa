/**
 * No `.save(...)`: TypeORM's save matches a row by primary key alone and may move another workspace's row or null the
 * workspace of a relation (STACK.md). Repositories have insert, update and delete, which carry the workspace.
 */
export default {
  meta: {
    type: 'problem',
    docs: { description: 'Forbid save() on repositories and entity managers.' },
    messages: { save: 'No save(): use insert or update of a TenantRepository, which match the workspace too.' },
    schema: [],
  },
  create(context) {
    return {
      'CallExpression > MemberExpression.callee'(node) {
        const name = node.computed ? node.property.value : node.property.name;
        if (name === 'save') context.report({ node: node.property, messageId: 'save' });
      },
    };
  },
};
