import { Injectable, type OnModuleInit } from '@nestjs/common';
import { StreamedRoutes } from '../platform/http/streamed-routes.ts';
import { FailuresFile } from './failures-file.ts';
import { MAX_IMPORT_BYTES } from './import-files.ts';
import { ReceiveImportUseCase } from './receive-import.use-case.ts';

/** Where a file to bring in is sent, and where the rows that failed are fetched. */
@Injectable()
export class ImportsRoute implements OnModuleInit {
  constructor(
    private readonly routes: StreamedRoutes,
    private readonly receive: ReceiveImportUseCase,
    private readonly failures: FailuresFile,
  ) {}

  onModuleInit(): void {
    this.routes.open({
      url: '/imports/:id',
      maxBytes: MAX_IMPORT_BYTES,
      allowanceOf: () => 'import:run',
      receive: async ({ ctx, params, query, content }) => {
        const id = params['id'] ?? '';
        const { name, kind, source } = query;
        return { isNew: await this.receive.execute(ctx, { id, name, kind, source, content }), answer: { id } };
      },
    });
    this.routes.open({
      url: '/imports/:id/failures.csv',
      allowanceOf: () => 'import:run',
      give: ({ ctx, params, query }) =>
        this.failures.open(ctx, params['id'] ?? '', query['language'] === 'en' ? 'en' : 'ko'),
    });
  }
}
