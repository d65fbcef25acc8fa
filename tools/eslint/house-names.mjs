/**
 * Names of the house (STYLE.md, "Names"): files are kebab-case, and nothing is called Util, Helper, Manager, Base or
 * Common: such a name says where code was put, not what it does.
 */
import { basename } from 'node:path';

const EMPTY_FILE_WORDS = /(^|[-.])(utils?|helpers?|common|misc)([-.]|$)/;
const EMPTY_CLASS_NAME = /(Utils?|Helpers?|Manager|Base)$|^(Base|Common)[A-Z]/;
/** kebab-case with role suffixes; Next.js needs [param], (group), _private and @slot in route files. */
const KEBAB = /^[[(_@.]*[a-z0-9]+(-[a-z0-9]+)*[\])]*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;

export default {
  meta: {
    type: 'suggestion',
    docs: { description: 'Kebab-case files and names that say something.' },
    messages: {
      kebab: 'The file name "{{name}}" is not kebab-case.',
      empty: '"{{name}}" says nothing about what is inside: name the thing (no Util, Helper, Manager, Base, Common).',
    },
    schema: [],
  },
  create(context) {
    const checkName = (node) => {
      if (node.id && EMPTY_CLASS_NAME.test(node.id.name))
        context.report({ node: node.id, messageId: 'empty', data: { name: node.id.name } });
    };
    return {
      Program(node) {
        const name = basename(context.filename);
        const loc = { line: 1, column: 0 };
        if (!KEBAB.test(name)) context.report({ node, loc, messageId: 'kebab', data: { name } });
        if (EMPTY_FILE_WORDS.test(name)) context.report({ node, loc, messageId: 'empty', data: { name } });
      },
      ClassDeclaration: checkName,
      TSInterfaceDeclaration: checkName,
      TSTypeAliasDeclaration: checkName,
    };
  },
};
