import { Injectable } from '@nestjs/common';
import { IMPORT_FIELDS, visibleLine, type ImportKind } from '@dangol/crm';
import { ImportsRepository, UnitOfWork } from '@dangol/db';
import type { Readable } from 'node:stream';
import { Clock } from '../platform/clock/clock.ts';
import type { RequestContext } from '../platform/context/request-context.ts';
import { CodedError } from '../platform/errors/coded-error.ts';
import { ImportFiles } from './import-files.ts';
import { ImportSteps } from './import-steps.ts';
import { FIRST_OPTIONS } from './stored-import.ts';

const MAX_NAME = 200;
const MAX_SOURCE = 60;

/** A file as it comes in. */
export interface SentImport {
  readonly id: string;
  readonly name: string | undefined;
  readonly kind: string | undefined;
  readonly source: string | undefined;
  readonly content: Readable;
}

/** Takes a file and has it read. Nothing is left of one that does not arrive whole. */
@Injectable()
export class ReceiveImportUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly imports: ImportsRepository,
    private readonly files: ImportFiles,
    private readonly steps: ImportSteps,
    private readonly clock: Clock,
  ) {}

  /** Answers whether the file is new; the same id again changes nothing. Throws CodedError. */
  async execute(ctx: RequestContext, sent: SentImport): Promise<boolean> {
    if (ctx.ownRecordsOnly)
      throw new CodedError('FORBIDDEN', 'A role that sees only its own buyers cannot find whose rows these are');
    const fileName = nameOf(sent.name);
    const source = visibleLine(sent.source ?? '') || 'spreadsheet';
    if (source.length > MAX_SOURCE)
      throw new CodedError('BAD_USER_INPUT', `A source has ${MAX_SOURCE} characters at most`);
    const kind = kindOf(sent.kind);
    if (await this.imports.findById(ctx, sent.id)) return false;
    const { sizeBytes, sha256 } = await this.files.keep(ctx, sent.id, sent.content);
    if (sizeBytes === 0) {
      await this.files.remove(ctx, sent.id);
      throw new CodedError('BAD_USER_INPUT', 'The file is empty');
    }
    return this.unitOfWork.run(ctx, async () => {
      const now = this.clock.now();
      const isNew = await this.imports.insertIfNew(
        ctx,
        {
          id: sent.id,
          kind: kind ?? 'buyers',
          source,
          fileName,
          sizeBytes: BigInt(sizeBytes),
          sha256,
          options: FIRST_OPTIONS,
          status: 'reading',
          state: { kindGiven: kind !== null },
          startedBy: ctx.member?.id ?? null,
          createdAt: now,
          contentAt: now,
        },
        ['id'],
      );
      if (!isNew) return false;
      this.steps.tell(ctx, sent.id, 'received', { source });
      await this.steps.enqueue(ctx, sent.id);
      return true;
    });
  }
}

/** A name without folders; the end of a long one stays, because it says what kind of file it is. */
function nameOf(entered: string | undefined): string {
  const name = visibleLine((entered ?? '').split(/[/\\]/).at(-1) ?? '');
  if (!name) throw new CodedError('BAD_USER_INPUT', 'The file needs a name');
  return name.length <= MAX_NAME ? name : `${name.slice(0, MAX_NAME - 20)}…${name.slice(-19)}`;
}

/** The kind that was said, in small or capital letters; anything else is found out by reading. */
function kindOf(entered: string | undefined): ImportKind | null {
  const key = entered?.toLowerCase() ?? '';
  return Object.hasOwn(IMPORT_FIELDS, key) ? (key as ImportKind) : null;
}
