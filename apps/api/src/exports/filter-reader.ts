import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { coerceInputValue, isInputType, type GraphQLError } from 'graphql';
import { CodedError } from '../platform/errors/coded-error.ts';
import { inputValidationPipe } from '../platform/graphql/input-validation.ts';
import type { ExportList } from './export-list.ts';

/** The filter of a list, read and judged exactly as GraphQL reads it when the screen sends it. */
@Injectable()
export class FilterReader {
  private readonly pipe = inputValidationPipe();

  constructor(private readonly modules: ModuleRef) {}

  /** Throws BAD_USER_INPUT for what the screen's query would refuse. */
  async read({ filter }: ExportList, json: string | undefined): Promise<unknown> {
    if (!filter) {
      if (json !== undefined && json !== '' && json !== '{}')
        throw new CodedError('BAD_USER_INPUT', 'This list has no filter');
      return null;
    }
    const type = this.modules.get(GraphQLSchemaHost, { strict: false }).schema.getType(filter.type);
    if (!isInputType(type)) throw new Error(`There is no input ${filter.type} in the schema`);
    const coerced: unknown = coerceInputValue(parse(json), type, (path, _value, error) => refuse(path, error));
    return this.pipe.transform(coerced, { type: 'body', metatype: filter.of });
  }
}

function parse(json: string | undefined): unknown {
  if (json === undefined || json === '') return {};
  try {
    return JSON.parse(json) ?? {};
  } catch {
    throw new CodedError('BAD_USER_INPUT', "filter must be the JSON of the list's filter");
  }
}

function refuse(path: readonly (string | number)[], { message }: GraphQLError): never {
  throw new CodedError('BAD_USER_INPUT', 'The filter breaks a rule', {
    fields: [{ path: path.join('.'), rule: 'type', message }],
  });
}
