import { getNamedType, isCompositeType, isListType, isNonNullType, isObjectType, Kind } from 'graphql';
import type {
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  GraphQLCompositeType,
  GraphQLField,
  GraphQLOutputType,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionSetNode,
} from 'graphql';

/** How big an operation is, before it runs. */
export interface OperationSize {
  /** Levels of fields below the root. */
  readonly depth: number;
  readonly aliases: number;
  readonly rootFields: number;
  /** Objects it may make us fetch: each object field counts once per row of the lists above it. */
  readonly cost: number;
  /** True when it asks for the schema itself. */
  readonly introspects: boolean;
}

/** Rows that a list without a size argument is reckoned with. */
const ASSUMED_LIST_ROWS = 10;
const SIZE_ARGUMENTS = ['first', 'last'];
const EMPTY: OperationSize = { depth: 0, aliases: 0, rootFields: 0, cost: 0, introspects: false };

type Variables = Readonly<Record<string, unknown>>;

/**
 * Measures a validated operation. Fragments are measured once and their numbers reused, so an operation whose fragments
 * double at each level is measured in linear time although it would run in exponential time.
 */
export function measureOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
): OperationSize {
  const root = schema.getRootType(operation.operation);
  if (!root) return EMPTY;
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  const defaults = new Map<string, unknown>();
  for (const { variable, defaultValue } of operation.variableDefinitions ?? [])
    if (defaultValue?.kind === Kind.INT) defaults.set(variable.name.value, Number(defaultValue.value));
  const sizeOf = (name: string): unknown => variables[name] ?? defaults.get(name);
  return new Measure(schema, fragments, sizeOf).selections(operation.selectionSet, root, false);
}

class Measure {
  private readonly measured = new Map<string, OperationSize>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>,
    private readonly variable: (name: string) => unknown,
  ) {}

  /** `inPage`: the parent is a connection whose size argument already counted its rows. */
  selections(set: SelectionSetNode, parent: GraphQLCompositeType, inPage: boolean): OperationSize {
    let total = EMPTY;
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) total = sum(total, this.field(selection, parent, inPage));
      else if (selection.kind === Kind.FRAGMENT_SPREAD) total = sum(total, this.fragment(selection.name.value, inPage));
      else {
        const type = selection.typeCondition && this.schema.getType(selection.typeCondition.name.value);
        const target = type && isCompositeType(type) ? type : parent;
        total = sum(total, this.selections(selection.selectionSet, target, inPage));
      }
    }
    return total;
  }

  private fragment(name: string, inPage: boolean): OperationSize {
    const key = `${name} ${inPage}`;
    const known = this.measured.get(key);
    if (known) return known;
    const definition = this.fragments.get(name);
    const type = definition && this.schema.getType(definition.typeCondition.name.value);
    if (!definition || !isCompositeType(type)) return EMPTY;
    const size = this.selections(definition.selectionSet, type, inPage);
    this.measured.set(key, size);
    return size;
  }

  private field(node: FieldNode, parent: GraphQLCompositeType, inPage: boolean): OperationSize {
    const own = { ...EMPTY, depth: 1, aliases: node.alias ? 1 : 0, rootFields: 1 };
    const name = node.name.value;
    if (name === '__schema' || name === '__type') return { ...own, introspects: true }; // its depth is the client's tool's
    const definition = isObjectType(parent) || 'getFields' in parent ? parent.getFields()[name] : undefined;
    const type = definition && getNamedType(definition.type);
    if (!definition || !isCompositeType(type) || !node.selectionSet) return own;
    const pageRows = this.pageRows(node, definition);
    const rows = pageRows ?? (isList(definition.type) && !inPage ? ASSUMED_LIST_ROWS : 1);
    const below = this.selections(node.selectionSet, type, pageRows !== null);
    return {
      ...own,
      depth: 1 + below.depth,
      aliases: own.aliases + below.aliases,
      cost: 1 + rows * below.cost + (isList(definition.type) ? rows : 0),
      introspects: below.introspects,
    };
  }

  /** Rows asked for by `first` or `last`; null when the field has no such argument. */
  private pageRows(node: FieldNode, definition: GraphQLField<unknown, unknown>): number | null {
    const declared = definition.args.find(({ name }) => SIZE_ARGUMENTS.includes(name));
    if (!declared) return null;
    const sizes = (node.arguments ?? []).flatMap(({ name, value }) => {
      if (!SIZE_ARGUMENTS.includes(name.value)) return [];
      if (value.kind === Kind.INT) return [Number(value.value)];
      const given = value.kind === Kind.VARIABLE ? this.variable(value.name.value) : null;
      return typeof given === 'number' ? [given] : [];
    });
    const fallback = typeof declared.defaultValue === 'number' ? declared.defaultValue : ASSUMED_LIST_ROWS;
    return Math.max(0, sizes.length > 0 ? Math.max(...sizes) : fallback);
  }
}

function isList(type: GraphQLOutputType): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}

function sum(a: OperationSize, b: OperationSize): OperationSize {
  return {
    depth: Math.max(a.depth, b.depth),
    aliases: a.aliases + b.aliases,
    rootFields: a.rootFields + b.rootFields,
    cost: a.cost + b.cost,
    introspects: a.introspects || b.introspects,
  };
}
