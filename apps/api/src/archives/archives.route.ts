import { Readable } from 'node:stream';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Delivery } from '../exports/index.ts';
import {
  StreamedRoutes,
  type IncomingFile,
  type OutgoingFile,
  type StreamedRequest,
} from '../platform/http/streamed-routes.ts';
import { LOG, type Log } from '../platform/logging/log.ts';
import { MAX_ARCHIVE_BYTES, TakeArchiveUseCase } from './reading/take-archive.use-case.ts';
import { WriteArchiveUseCase } from './writing/write-archive.use-case.ts';

/** A whole workspace as one file: `GET /exports/workspace.zip` gives it, `PUT /archives/{id}` takes it into an empty one. */
@Injectable()
export class ArchivesRoute implements OnModuleInit {
  constructor(
    private readonly routes: StreamedRoutes,
    private readonly writing: WriteArchiveUseCase,
    private readonly taking: TakeArchiveUseCase,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.routes.open({
      url: '/exports/workspace.zip',
      allowanceOf: () => 'workspace:archive',
      give: (request) => this.give(request),
    });
    this.routes.open({
      url: '/archives/:id',
      maxBytes: MAX_ARCHIVE_BYTES,
      allowanceOf: () => 'workspace:archive',
      receive: (file) => this.receive(file),
    });
  }

  private async give({ ctx, query }: StreamedRequest): Promise<OutgoingFile> {
    if (query['check'] === 'true') {
      this.writing.check(ctx);
      return { name: 'check.json', contentType: 'application/json', content: Readable.from(['{"ok":true}']) };
    }
    const { promise, resolve, reject } = Promise.withResolvers<OutgoingFile>();
    let begun = false;
    const open = ({ name, contentType }: { name: string; contentType: string }): Delivery => {
      const content = new Delivery();
      begun = true;
      resolve({ name, contentType, content });
      return content;
    };
    this.writing.execute(ctx, open).catch((error: unknown) => {
      if (begun) this.log.warn({ err: error }, 'an archive broke off');
      reject(error as Error);
    });
    return promise;
  }

  private async receive({ ctx, params, query, content }: IncomingFile): Promise<{ isNew: boolean; answer: object }> {
    const id = params['id']!;
    const isNew = await this.taking.execute(ctx, { id, fileName: query['name'] ?? '', content });
    return { isNew, answer: { id } };
  }
}
