import { newId } from '@dangol/db';
import { Readable } from 'node:stream';
import type { RequestContext } from '../platform/context/request-context.ts';
import { ImportStepJob } from './import-step.job.ts';
import { ImportSteps } from './import-steps.ts';
import { ReceiveImportUseCase } from './receive-import.use-case.ts';
import type { StoredImport } from './stored-import.ts';

/** A file to bring in, in a test. */
export interface TestFile {
  readonly name?: string;
  readonly kind?: string;
  readonly source?: string;
  readonly content: string | Buffer;
}

/** The features of a test, by their class. */
interface Wired {
  get<Part>(part: abstract new (...args: never[]) => Part): Part;
}

/** Drives imports in a test: the jobs run when they are told to, by hand. */
export class ImportDriver {
  constructor(
    private readonly wired: Wired,
    readonly ctx: RequestContext,
  ) {}

  /** Sends a file and has it read, and checked when its columns are clear. */
  async send({ name = 'file.csv', kind, source, content }: TestFile): Promise<string> {
    const id = newId();
    await this.wired
      .get(ReceiveImportUseCase)
      .execute(this.ctx, { id, name, kind, source, content: Readable.from([Buffer.from(content)]) });
    await this.work(id);
    return id;
  }

  /** Does what waits to be done. */
  async work(id: string): Promise<void> {
    await this.wired.get(ImportStepJob).run({ workspaceId: this.ctx.workspaceId, importId: id });
  }

  async read(id: string): Promise<StoredImport> {
    const found = await this.wired.get(ImportSteps).find(this.ctx, id);
    if (!found) throw new Error('There is no such import');
    return found;
  }
}
