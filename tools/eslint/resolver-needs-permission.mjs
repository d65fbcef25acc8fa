/**
 * Every door of the API names the permission it needs: a @Query, @Mutation or @Subscription of a resolver and a route of a
 * controller carry @Allow(...). Field resolvers are exempt: they are reached only through a door.
 */

const DOORS = {
  '@nestjs/graphql': new Set(['Query', 'Mutation', 'Subscription']),
  '@nestjs/common': new Set(['Get', 'Post', 'Put', 'Patch', 'Delete', 'Head', 'Options', 'All', 'Search', 'Sse']),
};

/** `@Name(...)`, `@Name` or `@namespace.Name(...)` as `{ local, member }`. */
function nameOf(decorator) {
  const expression = decorator.expression;
  const callee = expression.type === 'CallExpression' ? expression.callee : expression;
  if (callee.type === 'Identifier') return { local: callee.name, member: null };
  if (callee.type === 'MemberExpression' && callee.object.type === 'Identifier' && !callee.computed)
    return { local: callee.object.name, member: callee.property.name };
  return null;
}

export default {
  meta: {
    type: 'problem',
    docs: { description: 'Require @Allow(...) on every resolver operation and controller route.' },
    messages: {
      missing: '@{{door}} "{{method}}" has no @Allow(...): name the permission it needs, or @Allow(\'public\').',
      empty: '@Allow() of "{{method}}" names no permission.',
    },
    schema: [],
  },
  create(context) {
    /** Local name -> { source, imported } for what the file takes from the two packages. */
    const imported = new Map();

    const doorOf = (decorator) => {
      const name = nameOf(decorator);
      const origin = name && imported.get(name.local);
      if (!origin) return null;
      const exported = name.member ?? origin.imported;
      return DOORS[origin.source].has(exported) ? exported : null;
    };

    return {
      ImportDeclaration(node) {
        if (!DOORS[node.source.value]) return;
        for (const specifier of node.specifiers) {
          const importedName = specifier.type === 'ImportSpecifier' ? specifier.imported.name : null;
          imported.set(specifier.local.name, { source: node.source.value, imported: importedName });
        }
      },
      MethodDefinition(node) {
        const decorators = node.decorators ?? [];
        const door = decorators.map(doorOf).find(Boolean);
        if (!door) return;
        const method = node.key.name ?? context.sourceCode.getText(node.key);
        const allow = decorators.find((decorator) => nameOf(decorator)?.local === 'Allow');
        if (!allow) return context.report({ node: node.key, messageId: 'missing', data: { door, method } });
        const call = allow.expression;
        if (call.type !== 'CallExpression' || call.arguments.length === 0)
          context.report({ node: allow, messageId: 'empty', data: { method } });
      },
    };
  },
};
