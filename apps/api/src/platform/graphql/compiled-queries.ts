import { getArgumentValues, getVariableValues, Kind, OperationTypeNode, visit } from 'graphql';
import type {
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  GraphQLField,
  GraphQLObjectType,
  GraphQLResolveInfo,
  GraphQLSchema,
  OperationDefinitionNode,
} from 'graphql';
import { collectFields, collectSubfields } from 'graphql/execution/collectFields.js';
import { compileProjection, NotCompiled } from './compile-projection.ts';
import type { Projection } from './compile-projection.ts';
import { HOT_LIST } from './hot-list.decorator.ts';

type Variables = Readonly<Record<string, unknown>>;
type Fragments = Record<string, FragmentDefinitionNode>;

/** A validated operation of a document. */
export interface OperationToRun {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** As they came. */
  readonly variables: Variables;
  readonly contextValue: unknown;
}

interface RootField {
  readonly name: string;
  readonly nodes: readonly FieldNode[];
  readonly field: GraphQLField<unknown, unknown>;
  readonly project: Projection;
}

interface Plan {
  readonly root: GraphQLObjectType;
  readonly fields: readonly RootField[];
  readonly fragments: Fragments;
}

/**
 * Answers operations that ask for hot lists alone, three times as fast as graphql-js, which looks at every value as if it
 * might be a promise, an error or an interface. Arguments and variables are coerced by graphql-js, and whenever anything is
 * out of the ordinary there is no answer here: the operation then runs from the start in graphql-js, which makes the errors.
 */
export class CompiledQueries {
  /** Null: graphql-js runs it. The operations themselves live in Apollo's document store. */
  private readonly plans = new WeakMap<OperationDefinitionNode, Plan | null>();

  /** The data of an operation that succeeded; null when graphql-js has to run it. */
  async answer(run: OperationToRun): Promise<Record<string, unknown> | null> {
    const plan = this.planFor(run);
    if (!plan) return null;
    const { schema, operation, variables } = run;
    const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
    if (!coerced) return null;
    try {
      const answers = await Promise.all(plan.fields.map((field) => answerField(run, plan, field, coerced)));
      return Object.fromEntries(plan.fields.map(({ name }, place) => [name, answers[place]]));
    } catch {
      return null; // queries may be asked twice, and graphql-js tells what was wrong
    }
  }

  private planFor(run: OperationToRun): Plan | null {
    let plan = this.plans.get(run.operation);
    if (plan === undefined) {
      plan = compile(run);
      this.plans.set(run.operation, plan);
    }
    return plan;
  }
}

async function answerField(
  { schema, operation, contextValue }: OperationToRun,
  { root, fragments }: Plan,
  { name, nodes, field, project }: RootField,
  variableValues: Record<string, unknown>,
): Promise<unknown> {
  const [node] = nodes;
  if (!node || !field.resolve) throw new NotCompiled();
  const info: GraphQLResolveInfo = {
    fieldName: field.name,
    fieldNodes: nodes,
    returnType: field.type,
    parentType: root,
    path: { prev: undefined, key: name, typename: root.name },
    schema,
    fragments,
    rootValue: undefined,
    operation,
    variableValues,
  };
  return project(await field.resolve(undefined, getArgumentValues(field, node, variableValues), contextValue, info));
}

function compile({ schema, document, operation }: OperationToRun): Plan | null {
  const root = schema.getQueryType();
  if (!root || operation.operation !== OperationTypeNode.QUERY || hasDirectives(document)) return null;
  const fragments: Fragments = {};
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
  const fieldsBelow = (type: GraphQLObjectType, nodes: readonly FieldNode[]) =>
    collectSubfields(schema, fragments, {}, type, nodes);
  try {
    const asked = collectFields(schema, fragments, {}, root, operation.selectionSet);
    const fields = Array.from(asked, ([name, nodes]): RootField => {
      const field = root.getFields()[nodes[0]?.name.value ?? ''];
      if (!field?.extensions[HOT_LIST]) throw new NotCompiled();
      return { name, nodes, field, project: compileProjection(field.type, nodes, fieldsBelow) };
    });
    return { root, fields, fragments };
  } catch (error) {
    if (error instanceof NotCompiled) return null;
    throw error;
  }
}

/** `@skip` and `@include` would make the plan depend on variables, and others may mean anything. */
function hasDirectives(document: DocumentNode): boolean {
  let found = false;
  visit(document, { Directive: () => void (found = true) });
  return found;
}
