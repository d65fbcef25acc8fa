import { Injectable } from '@nestjs/common';
import type { PipeTransform } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { CodedError } from '../errors/coded-error.ts';

/** Checks an id argument that is not part of an input class: `@Args('id', { type: () => ID }, UuidPipe)`. */
@Injectable()
export class UuidPipe implements PipeTransform<string, string> {
  transform(id: string): string {
    if (isUUID(id)) return id.toLowerCase();
    throw new CodedError('BAD_USER_INPUT', 'The id is no UUID', {
      fields: [{ path: 'id', rule: 'isUuid', message: 'must be a UUID' }],
    });
  }
}
