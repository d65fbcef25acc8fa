import { Readable } from 'node:stream';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { CodedError } from '../platform/errors/coded-error.ts';
import { StreamedRoutes, type OutgoingFile, type StreamedRequest } from '../platform/http/streamed-routes.ts';
import { LOG, type Log } from '../platform/logging/log.ts';
import { refusalFor } from '../platform/permissions/permission.guard.ts';
import { Delivery } from './delivery.ts';
import type { ExportList } from './export-list.ts';
import { ExportListUseCase, type ExportFormat } from './export-list.use-case.ts';
import { FilterReader } from './filter-reader.ts';
import { EXPORT_LISTS } from './lists/index.ts';

/** Words of the address that are no condition. */
const NOT_CONDITIONS = new Set(['workspace', 'filter', 'check']);
const LONGEST_CONDITION = 500;

/**
 * Lists as files: `GET /exports/{list}.{csv|xlsx}?workspace={slug}&filter={JSON of the list's filter}`. With `check=true` the answer
 * is only whether the file would come: browsers save a file without a word about why it does not.
 */
@Injectable()
export class ExportsRoute implements OnModuleInit {
  constructor(
    private readonly routes: StreamedRoutes,
    private readonly filters: FilterReader,
    private readonly useCase: ExportListUseCase,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.routes.open({
      url: '/exports/:file',
      allowanceOf: (_method, { file }) => {
        wanted(file);
        return 'data:export';
      },
      give: (request) => this.give(request),
    });
  }

  private async give({ ctx, params, query }: StreamedRequest): Promise<OutgoingFile> {
    const { list, format } = wanted(params['file']);
    const refusal = refusalFor(list.allow, ctx);
    if (refusal) throw refusal;
    const filter = await this.filters.read(list, query['filter']);
    const request = { list, format, filter, query: conditionsOf(query) };
    if (query['check'] === 'true') {
      await this.useCase.check(ctx, request);
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
    this.useCase.execute(ctx, request, open).catch((error: unknown) => {
      // After the first bytes there is nobody left to answer: the connection breaks, and the log says why.
      if (begun) this.log.warn({ err: error, list: list.key, format }, 'an export broke off');
      reject(error as Error);
    });
    return promise;
  }
}

function wanted(file: string | undefined): { list: ExportList; format: ExportFormat } {
  const [, key = '', format] = /^([a-z-]+)\.(csv|xlsx)$/.exec(file ?? '') ?? [];
  const list = EXPORT_LISTS.get(key);
  if (!list || !format) throw new CodedError('NOT_FOUND', 'There is no such list');
  return { list, format: format as ExportFormat };
}

function conditionsOf(query: StreamedRequest['query']): Record<string, string> {
  const conditions = Object.entries(query).filter(([key]) => !NOT_CONDITIONS.has(key));
  for (const [key, value] of conditions)
    if (typeof value !== 'string' || value.length > LONGEST_CONDITION || value.includes('\0'))
      throw new CodedError('BAD_USER_INPUT', `The condition ${key} cannot be read`);
  return Object.fromEntries(conditions) as Record<string, string>;
}
