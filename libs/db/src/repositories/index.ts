import { AnnouncementProductsRepository } from './announcement-products.repository.ts';
import { AnnouncementRecipientsRepository } from './announcement-recipients.repository.ts';
import { AnnouncementsRepository } from './announcements.repository.ts';
import { ApiKeysRepository } from './api-keys.repository.ts';
import { ArchiveImportsRepository } from './archive-imports.repository.ts';
import { AssignmentRulesRepository } from './assignment-rules.repository.ts';
import { AttachmentsRepository } from './attachments.repository.ts';
import { BusinessCalendarsRepository } from './business-calendars.repository.ts';
import { BuyerConsentsRepository } from './buyer-consents.repository.ts';
import { BuyerContactsRepository } from './buyer-contacts.repository.ts';
import { BuyerDaysRepository } from './buyer-days.repository.ts';
import { BuyerIdentitiesRepository } from './buyer-identities.repository.ts';
import { BuyerMergesRepository } from './buyer-merges.repository.ts';
import { BuyerNotesRepository } from './buyer-notes.repository.ts';
import { BuyerOrderTotalsRepository } from './buyer-order-totals.repository.ts';
import { BuyerTagsRepository } from './buyer-tags.repository.ts';
import { BuyersRepository } from './buyers.repository.ts';
import { ChannelsRepository } from './channels.repository.ts';
import { ClockAlarmsRepository } from './clock-alarms.repository.ts';
import { ConversationsRepository } from './conversations.repository.ts';
import { CustomFieldsRepository } from './custom-fields.repository.ts';
import { DraftsRepository } from './drafts.repository.ts';
import { DuplicateDismissalsRepository } from './duplicate-dismissals.repository.ts';
import { ExchangeRatesRepository } from './exchange-rates.repository.ts';
import { GoalsRepository } from './goals.repository.ts';
import { GradeOverridesRepository } from './grade-overrides.repository.ts';
import { GradingRulesRepository } from './grading-rules.repository.ts';
import { ImportChangesRepository } from './import-changes.repository.ts';
import { ImportMappingsRepository } from './import-mappings.repository.ts';
import { ImportRowsRepository } from './import-rows.repository.ts';
import { ImportsRepository } from './imports.repository.ts';
import { InboundMessagesRepository } from './inbound-messages.repository.ts';
import { InquiriesRepository } from './inquiries.repository.ts';
import { InvitationsRepository } from './invitations.repository.ts';
import { KnowledgeEntriesRepository } from './knowledge-entries.repository.ts';
import { MacrosRepository } from './macros.repository.ts';
import { MailCursorsRepository } from './mail-cursors.repository.ts';
import { MailReferencesRepository } from './mail-references.repository.ts';
import { MailSuppressionsRepository } from './mail-suppressions.repository.ts';
import { MembersRepository } from './members.repository.ts';
import { MessagesRepository } from './messages.repository.ts';
import { OrderAdjustmentsRepository } from './order-adjustments.repository.ts';
import { OrderLinesRepository } from './order-lines.repository.ts';
import { OrdersRepository } from './orders.repository.ts';
import { ProductPricesRepository } from './product-prices.repository.ts';
import { ProductVariantsRepository } from './product-variants.repository.ts';
import { ProductVersionsRepository } from './product-versions.repository.ts';
import { ProductsRepository } from './products.repository.ts';
import { ReplyDraftsRepository } from './reply-drafts.repository.ts';
import { ResolutionsRepository } from './resolutions.repository.ts';
import { RolesRepository } from './roles.repository.ts';
import { SamplePoliciesRepository } from './sample-policies.repository.ts';
import { SampleRequestsRepository } from './sample-requests.repository.ts';
import { SavedViewsRepository } from './saved-views.repository.ts';
import { SlaPoliciesRepository } from './sla-policies.repository.ts';
import { StageChangesRepository } from './stage-changes.repository.ts';
import { SupportEntriesRepository } from './support-entries.repository.ts';
import { TagsRepository } from './tags.repository.ts';
import { UploadLinksRepository } from './upload-links.repository.ts';
import { WorkspacesRepository } from './workspaces.repository.ts';

/** Every repository; each is constructed with the unit of work alone. */
export const REPOSITORIES = [
  AnnouncementProductsRepository,
  AnnouncementRecipientsRepository,
  AnnouncementsRepository,
  ApiKeysRepository,
  ArchiveImportsRepository,
  AssignmentRulesRepository,
  AttachmentsRepository,
  BusinessCalendarsRepository,
  BuyerConsentsRepository,
  BuyerContactsRepository,
  BuyerDaysRepository,
  BuyerIdentitiesRepository,
  BuyerMergesRepository,
  BuyerNotesRepository,
  BuyerOrderTotalsRepository,
  BuyerTagsRepository,
  BuyersRepository,
  ChannelsRepository,
  ClockAlarmsRepository,
  ConversationsRepository,
  CustomFieldsRepository,
  DraftsRepository,
  DuplicateDismissalsRepository,
  ExchangeRatesRepository,
  GoalsRepository,
  GradeOverridesRepository,
  GradingRulesRepository,
  ImportChangesRepository,
  ImportMappingsRepository,
  ImportRowsRepository,
  ImportsRepository,
  InboundMessagesRepository,
  InquiriesRepository,
  InvitationsRepository,
  KnowledgeEntriesRepository,
  MacrosRepository,
  MailCursorsRepository,
  MailReferencesRepository,
  MailSuppressionsRepository,
  MembersRepository,
  MessagesRepository,
  OrderAdjustmentsRepository,
  OrderLinesRepository,
  OrdersRepository,
  ProductPricesRepository,
  ProductVariantsRepository,
  ProductVersionsRepository,
  ProductsRepository,
  ReplyDraftsRepository,
  ResolutionsRepository,
  RolesRepository,
  SamplePoliciesRepository,
  SampleRequestsRepository,
  SavedViewsRepository,
  SlaPoliciesRepository,
  StageChangesRepository,
  SupportEntriesRepository,
  TagsRepository,
  UploadLinksRepository,
  WorkspacesRepository,
] as const;

export {
  AnnouncementProductsRepository,
  AnnouncementRecipientsRepository,
  AnnouncementsRepository,
  ApiKeysRepository,
  ArchiveImportsRepository,
  AssignmentRulesRepository,
  AttachmentsRepository,
  BusinessCalendarsRepository,
  BuyerConsentsRepository,
  BuyerContactsRepository,
  BuyerDaysRepository,
  BuyerIdentitiesRepository,
  BuyerMergesRepository,
  BuyerNotesRepository,
  BuyerOrderTotalsRepository,
  BuyerTagsRepository,
  BuyersRepository,
  ChannelsRepository,
  ClockAlarmsRepository,
  ConversationsRepository,
  CustomFieldsRepository,
  DraftsRepository,
  DuplicateDismissalsRepository,
  ExchangeRatesRepository,
  GoalsRepository,
  GradeOverridesRepository,
  GradingRulesRepository,
  ImportChangesRepository,
  ImportMappingsRepository,
  ImportRowsRepository,
  ImportsRepository,
  InboundMessagesRepository,
  InquiriesRepository,
  InvitationsRepository,
  KnowledgeEntriesRepository,
  MacrosRepository,
  MailCursorsRepository,
  MailReferencesRepository,
  MailSuppressionsRepository,
  MembersRepository,
  MessagesRepository,
  OrderAdjustmentsRepository,
  OrderLinesRepository,
  OrdersRepository,
  ProductPricesRepository,
  ProductVariantsRepository,
  ProductVersionsRepository,
  ProductsRepository,
  ReplyDraftsRepository,
  ResolutionsRepository,
  RolesRepository,
  SamplePoliciesRepository,
  SampleRequestsRepository,
  SavedViewsRepository,
  SlaPoliciesRepository,
  StageChangesRepository,
  SupportEntriesRepository,
  TagsRepository,
  UploadLinksRepository,
  WorkspacesRepository,
};
export type { NewWorkspace, WorkspacePatch } from './workspaces.repository.ts';
