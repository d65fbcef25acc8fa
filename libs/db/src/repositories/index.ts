import { ApiKeysRepository } from './api-keys.repository.ts';
import { AssignmentRulesRepository } from './assignment-rules.repository.ts';
import { BusinessCalendarsRepository } from './business-calendars.repository.ts';
import { BuyerConsentsRepository } from './buyer-consents.repository.ts';
import { BuyerContactsRepository } from './buyer-contacts.repository.ts';
import { BuyerFilesRepository } from './buyer-files.repository.ts';
import { BuyerIdentitiesRepository } from './buyer-identities.repository.ts';
import { BuyerMergesRepository } from './buyer-merges.repository.ts';
import { BuyerNotesRepository } from './buyer-notes.repository.ts';
import { BuyerOrderTotalsRepository } from './buyer-order-totals.repository.ts';
import { BuyerTagsRepository } from './buyer-tags.repository.ts';
import { BuyersRepository } from './buyers.repository.ts';
import { ChannelsRepository } from './channels.repository.ts';
import { ConversationsRepository } from './conversations.repository.ts';
import { CustomFieldsRepository } from './custom-fields.repository.ts';
import { DraftsRepository } from './drafts.repository.ts';
import { DuplicateDismissalsRepository } from './duplicate-dismissals.repository.ts';
import { ExchangeRatesRepository } from './exchange-rates.repository.ts';
import { GoalsRepository } from './goals.repository.ts';
import { GradeOverridesRepository } from './grade-overrides.repository.ts';
import { GradingRulesRepository } from './grading-rules.repository.ts';
import { InboundMessagesRepository } from './inbound-messages.repository.ts';
import { InquiriesRepository } from './inquiries.repository.ts';
import { InvitationsRepository } from './invitations.repository.ts';
import { KnowledgeEntriesRepository } from './knowledge-entries.repository.ts';
import { MembersRepository } from './members.repository.ts';
import { MessagesRepository } from './messages.repository.ts';
import { OrderLinesRepository } from './order-lines.repository.ts';
import { OrdersRepository } from './orders.repository.ts';
import { ProductsRepository } from './products.repository.ts';
import { ReplyDraftsRepository } from './reply-drafts.repository.ts';
import { RolesRepository } from './roles.repository.ts';
import { SamplePoliciesRepository } from './sample-policies.repository.ts';
import { SampleRequestsRepository } from './sample-requests.repository.ts';
import { SavedViewsRepository } from './saved-views.repository.ts';
import { SlaPoliciesRepository } from './sla-policies.repository.ts';
import { StageChangesRepository } from './stage-changes.repository.ts';
import { SupportEntriesRepository } from './support-entries.repository.ts';
import { TagsRepository } from './tags.repository.ts';
import { WorkspacesRepository } from './workspaces.repository.ts';

/** Every repository; each is constructed with the unit of work alone. */
export const REPOSITORIES = [
  ApiKeysRepository,
  AssignmentRulesRepository,
  BusinessCalendarsRepository,
  BuyerConsentsRepository,
  BuyerContactsRepository,
  BuyerFilesRepository,
  BuyerIdentitiesRepository,
  BuyerMergesRepository,
  BuyerNotesRepository,
  BuyerOrderTotalsRepository,
  BuyerTagsRepository,
  BuyersRepository,
  ChannelsRepository,
  ConversationsRepository,
  CustomFieldsRepository,
  DraftsRepository,
  DuplicateDismissalsRepository,
  ExchangeRatesRepository,
  GoalsRepository,
  GradeOverridesRepository,
  GradingRulesRepository,
  InboundMessagesRepository,
  InquiriesRepository,
  InvitationsRepository,
  KnowledgeEntriesRepository,
  MembersRepository,
  MessagesRepository,
  OrderLinesRepository,
  OrdersRepository,
  ProductsRepository,
  ReplyDraftsRepository,
  RolesRepository,
  SamplePoliciesRepository,
  SampleRequestsRepository,
  SavedViewsRepository,
  SlaPoliciesRepository,
  StageChangesRepository,
  SupportEntriesRepository,
  TagsRepository,
  WorkspacesRepository,
] as const;

export {
  ApiKeysRepository,
  AssignmentRulesRepository,
  BusinessCalendarsRepository,
  BuyerConsentsRepository,
  BuyerContactsRepository,
  BuyerFilesRepository,
  BuyerIdentitiesRepository,
  BuyerMergesRepository,
  BuyerNotesRepository,
  BuyerOrderTotalsRepository,
  BuyerTagsRepository,
  BuyersRepository,
  ChannelsRepository,
  ConversationsRepository,
  CustomFieldsRepository,
  DraftsRepository,
  DuplicateDismissalsRepository,
  ExchangeRatesRepository,
  GoalsRepository,
  GradeOverridesRepository,
  GradingRulesRepository,
  InboundMessagesRepository,
  InquiriesRepository,
  InvitationsRepository,
  KnowledgeEntriesRepository,
  MembersRepository,
  MessagesRepository,
  OrderLinesRepository,
  OrdersRepository,
  ProductsRepository,
  ReplyDraftsRepository,
  RolesRepository,
  SamplePoliciesRepository,
  SampleRequestsRepository,
  SavedViewsRepository,
  SlaPoliciesRepository,
  StageChangesRepository,
  SupportEntriesRepository,
  TagsRepository,
  WorkspacesRepository,
};
export type { NewWorkspace, WorkspacePatch } from './workspaces.repository.ts';
