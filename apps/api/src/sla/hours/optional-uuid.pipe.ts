import { Injectable, type PipeTransform } from '@nestjs/common';
import { UuidPipe } from '../../platform/graphql/uuid.pipe.ts';

/** Checks an id argument that may be left out; null then. */
@Injectable()
export class OptionalUuidPipe implements PipeTransform<string | null | undefined, string | null> {
  private readonly uuid = new UuidPipe();

  transform(id: string | null | undefined): string | null {
    return id === null || id === undefined ? null : this.uuid.transform(id);
  }
}
