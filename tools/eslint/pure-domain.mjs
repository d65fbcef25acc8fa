/**
 * libs/crm has no clock, no randomness, no environment and no I/O: what time it is, who asks and what is random are
 * arguments (STYLE.md, "Directions"). Imports of node: built-ins are refused by the direction rules.
 */

const FORBIDDEN_GLOBALS = new Set([
  'process',
  'performance',
  'crypto',
  'fetch',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'console',
  'require',
]);
/** Members that read a clock or a dice: object -> members. */
const FORBIDDEN_MEMBERS = { Date: new Set(['now']), Math: new Set(['random']), Temporal: new Set(['Now']) };

export default {
  meta: {
    type: 'problem',
    docs: { description: 'Keep the domain library free of clock, randomness, environment and I/O.' },
    messages: { impure: '{{what}} is not allowed in libs/crm: take the value as an argument.' },
    schema: [],
  },
  create(context) {
    const report = (node, what) => context.report({ node, messageId: 'impure', data: { what } });
    const memberName = (node) => (node.computed ? node.property.value : node.property.name);

    return {
      MemberExpression(node) {
        if (node.object.type !== 'Identifier') return;
        const name = memberName(node);
        if (FORBIDDEN_MEMBERS[node.object.name]?.has(name)) report(node, `${node.object.name}.${name}`);
        if (node.object.name === 'globalThis' && (FORBIDDEN_GLOBALS.has(name) || FORBIDDEN_MEMBERS[name]))
          report(node, `globalThis.${name}`);
      },
      NewExpression(node) {
        if (node.callee.name === 'Date' && node.arguments.length === 0) report(node, 'new Date() without an argument');
      },
      CallExpression(node) {
        if (node.callee.name === 'Date') report(node, 'Date()');
      },
      'Program:exit'(program) {
        // Only names that no file of ours declares: a parameter called `process` would be somebody's own.
        for (const reference of context.sourceCode.getScope(program).through) {
          if (FORBIDDEN_GLOBALS.has(reference.identifier.name)) report(reference.identifier, reference.identifier.name);
        }
      },
    };
  },
};
