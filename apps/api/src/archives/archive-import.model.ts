import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Node } from '../platform/graphql/node.type.ts';
import { BigIntScalar, DateTime } from '../platform/graphql/scalars.ts';

/** Where the bringing in of an archive stands. */
export enum ArchiveImportStatus {
  READING = 'reading',
  RUNNING = 'running',
  DONE = 'done',
  FAILED = 'failed',
}
registerEnumType(ArchiveImportStatus, {
  name: 'ArchiveImportStatus',
  description: 'Where the bringing in of an archive stands. FAILED: nothing of it is in the workspace.',
});

@ObjectType({ description: 'Rows of one table.' })
export class TableRows {
  @Field({ description: 'Name of the table, as in the archive.' })
  table!: string;

  @Field(() => Int, { description: 'Rows.' })
  rows!: number;
}

@ObjectType({
  implements: () => Node,
  description:
    'The archive of another workspace on its way into this one. Sent by PUT /archives/{id}?workspace={slug}&name={file name}: raw zip; 201, or 200 when the id is known.',
})
export class ArchiveImport extends Node {
  @Field({ description: 'Name of the file.' })
  fileName!: string;

  @Field(() => BigIntScalar, { description: 'Size in bytes.' })
  sizeBytes!: string;

  @Field(() => ArchiveImportStatus, { description: 'Where it stands.' })
  status!: ArchiveImportStatus;

  @Field(() => String, {
    nullable: true,
    description:
      'Why it failed: NOT_A_ZIP, NOT_AN_ARCHIVE, UNKNOWN_FORMAT, TOO_LARGE, FOREIGN_CONTENT, DAMAGED, BROKEN, WORKSPACE_NOT_EMPTY, FILE_MISSING or INTERRUPTED.',
  })
  problemCode!: string | null;

  @Field(() => String, { nullable: true, description: 'Tables, columns or entries concerned; for support.' })
  problem!: string | null;

  @Field(() => BigIntScalar, { nullable: true, description: 'Rows and files of the archive; null until it was read.' })
  totalRows!: string | null;

  @Field(() => BigIntScalar, { description: 'Of them, those that are through.' })
  doneRows!: string;

  @Field(() => [TableRows], { description: 'What came in, by table; empty until it is done.' })
  counts!: TableRows[];

  @Field(() => DateTime, { description: 'When it was sent.' })
  createdAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was done, or failed.' })
  finishedAt!: Date | null;
}

@ObjectType({ description: 'Whether an archive can be brought into the workspace, and the last one that was.' })
export class ArchiveReadiness {
  @Field(() => [TableRows], {
    description:
      'What is in the way: only an empty workspace takes an archive. Counted up to 1,000 a table; empty when nothing is.',
  })
  inTheWay!: TableRows[];

  @Field(() => ArchiveImport, { nullable: true, description: 'The last archive that was sent here.' })
  last!: ArchiveImport | null;
}
