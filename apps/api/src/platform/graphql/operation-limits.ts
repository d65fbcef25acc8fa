import { GraphQLError } from 'graphql';
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { Env } from '../../config/env.ts';
import type { RequestContext } from '../context/request-context.ts';
import { measureOperation } from './measure-operation.ts';
import type { OperationSize } from './measure-operation.ts';

type Limits = Env['graphql'];
type Variables = Readonly<Record<string, unknown>>;

const REMEMBERED_SIZES = 100;

/** What a limit counts, and where its maximum is set. */
const MEASURES = [
  ['depth', 'maxDepth'],
  ['cost', 'maxCost'],
  ['aliases', 'maxAliases'],
  ['rootFields', 'maxRootFields'],
] as const satisfies readonly (readonly [keyof OperationSize, keyof Limits])[];

/** Refuses operations that ask for too much, and schema questions of strangers in production. */
export class OperationLimits {
  /** Sizes by operation and by the numbers it was sent with; the documents live in Apollo's document store. */
  private readonly sizes = new WeakMap<OperationDefinitionNode, Map<string, OperationSize>>();

  constructor(
    private readonly limits: Limits,
    private readonly openSchema: boolean,
  ) {}

  /** Tokens a document may have; the parser stops there. */
  get maxTokens(): number {
    return this.limits.maxTokens;
  }

  /** The error for an operation that may not run, or null. */
  refusalFor(
    schema: GraphQLSchema,
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Variables,
    ctx: RequestContext,
  ): GraphQLError | null {
    const known = this.sizes.get(operation) ?? new Map<string, OperationSize>();
    const numbers = numbersIn(operation, variables);
    let size = known.get(numbers);
    if (!size) {
      size = measureOperation(schema, document, operation, variables);
      if (known.size >= REMEMBERED_SIZES) known.clear();
      this.sizes.set(operation, known.set(numbers, size));
    }
    return this.judge(size, ctx);
  }

  private judge(size: OperationSize, ctx: RequestContext): GraphQLError | null {
    if (size.introspects && !this.openSchema && !ctx.account)
      return new GraphQLError('Sign in to ask for the schema', { extensions: { code: 'INTROSPECTION_DISABLED' } });
    for (const [measure, limit] of MEASURES) {
      if (size[measure] <= this.limits[limit]) continue;
      const extensions = {
        code: 'OPERATION_TOO_LARGE',
        limit: measure,
        max: this.limits[limit],
        actual: size[measure],
      };
      return new GraphQLError(`The operation's ${measure} is over the limit`, { extensions });
    }
    return null;
  }
}

/** Only whole numbers can change what an operation costs. */
function numbersIn(operation: OperationDefinitionNode, variables: Variables): string {
  let numbers = '';
  for (const { variable } of operation.variableDefinitions ?? []) {
    const value = variables[variable.name.value];
    numbers += typeof value === 'number' ? `${value},` : ',';
  }
  return numbers;
}
