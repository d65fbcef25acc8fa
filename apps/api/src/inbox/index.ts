export { ArrangeConversationUseCase } from './arrange-conversation.use-case.ts';
export { EndInquiryUseCase } from './end-inquiry.use-case.ts';
export { INBOX_ROW_COLUMNS, INBOX_ROW_JOINS } from './inbox-row.columns.ts';
export { InboxCounts, InboxFilter, InboxRow, InboxView } from './inbox.model.ts';
export { InboxModule } from './inbox.module.ts';
export { queryInboxCounts } from './inbox-counts.query.ts';
export { queryInbox } from './list-inbox.query.ts';
export { SendReplyUseCase } from './send-reply.use-case.ts';
