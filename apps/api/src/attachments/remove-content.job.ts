import { Injectable } from '@nestjs/common';
import { AttachmentsRepository, type TenantContext } from '@dangol/db';
import { Task, type TaskHandler } from '../platform/jobs/task.decorator.ts';
import { AttachmentContents } from './attachment-contents.ts';
import { REMOVE_CONTENT } from './remove-content.task-name.ts';

interface Payload extends Record<string, unknown> {
  workspaceId: string;
  id: string;
}

/** Removes the content of an attachment whose row is gone; one that was added again meanwhile stays. */
@Task(REMOVE_CONTENT)
@Injectable()
export class RemoveContentJob implements TaskHandler<Payload> {
  constructor(
    private readonly attachments: AttachmentsRepository,
    private readonly contents: AttachmentContents,
  ) {}

  async run({ workspaceId, id }: Payload): Promise<void> {
    const ctx: TenantContext = { workspaceId, actor: { kind: 'system', id: null } };
    if (!(await this.attachments.findById(ctx, id))) await this.contents.removeNow(workspaceId, id);
  }
}
