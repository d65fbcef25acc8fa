import { AnnouncementEntity } from './announcement.entity.ts';
import { AnnouncementProductEntity } from './announcement-product.entity.ts';
import { AnnouncementRecipientEntity } from './announcement-recipient.entity.ts';
import { ApiKeyEntity } from './api-key.entity.ts';
import { ArchiveImportEntity } from './archive-import.entity.ts';
import { AssignmentRulesEntity } from './assignment-rules.entity.ts';
import { AttachmentEntity } from './attachment.entity.ts';
import { BusinessCalendarEntity } from './business-calendar.entity.ts';
import { BuyerDayEntity } from './buyer-day.entity.ts';
import { BuyerEntity } from './buyer.entity.ts';
import { BuyerConsentEntity } from './buyer-consent.entity.ts';
import { BuyerContactEntity } from './buyer-contact.entity.ts';
import { BuyerIdentityEntity } from './buyer-identity.entity.ts';
import { BuyerMergeEntity } from './buyer-merge.entity.ts';
import { BuyerNoteEntity } from './buyer-note.entity.ts';
import { BuyerOrderTotalsEntity } from './buyer-order-totals.entity.ts';
import { BuyerTagEntity } from './buyer-tag.entity.ts';
import { ChannelEntity } from './channel.entity.ts';
import { ClockAlarmEntity } from './clock-alarm.entity.ts';
import { ConversationEntity } from './conversation.entity.ts';
import { CustomFieldEntity } from './custom-field.entity.ts';
import { DraftEntity } from './draft.entity.ts';
import { DuplicateDismissalEntity } from './duplicate-dismissal.entity.ts';
import { EventEntity } from './event.entity.ts';
import { ExchangeRateEntity } from './exchange-rate.entity.ts';
import { GoalEntity } from './goal.entity.ts';
import { GradeOverrideEntity } from './grade-override.entity.ts';
import { GradingRulesEntity } from './grading-rules.entity.ts';
import { ImportEntity } from './import.entity.ts';
import { ImportChangeEntity } from './import-change.entity.ts';
import { ImportMappingEntity } from './import-mapping.entity.ts';
import { ImportRowEntity } from './import-row.entity.ts';
import { InboundMessageEntity } from './inbound-message.entity.ts';
import { InquiryEntity } from './inquiry.entity.ts';
import { InvitationEntity } from './invitation.entity.ts';
import { KnowledgeEntryEntity } from './knowledge-entry.entity.ts';
import { MailCursorEntity } from './mail-cursor.entity.ts';
import { MailReferenceEntity } from './mail-reference.entity.ts';
import { MailSuppressionEntity } from './mail-suppression.entity.ts';
import { MacroEntity } from './macro.entity.ts';
import { MemberEntity } from './member.entity.ts';
import { MessageEntity } from './message.entity.ts';
import { OrderEntity } from './order.entity.ts';
import { OrderAdjustmentEntity } from './order-adjustment.entity.ts';
import { OrderLineEntity } from './order-line.entity.ts';
import { ProductEntity } from './product.entity.ts';
import { ProductPriceEntity } from './product-price.entity.ts';
import { ProductVariantEntity } from './product-variant.entity.ts';
import { ProductVersionEntity } from './product-version.entity.ts';
import { ReplyDraftEntity } from './reply-draft.entity.ts';
import { ResolutionEntity } from './resolution.entity.ts';
import { RoleEntity } from './role.entity.ts';
import { SamplePolicyEntity } from './sample-policy.entity.ts';
import { SampleRequestEntity } from './sample-request.entity.ts';
import { SavedViewEntity } from './saved-view.entity.ts';
import { SlaPolicyEntity } from './sla-policy.entity.ts';
import { StageChangeEntity } from './stage-change.entity.ts';
import { SupportEntryEntity } from './support-entry.entity.ts';
import { TagEntity } from './tag.entity.ts';
import { UploadLinkEntity } from './upload-link.entity.ts';
import { WorkspaceEntity } from './workspace.entity.ts';

/** Every entity of the schema. */
export const ENTITIES = [
  AnnouncementEntity,
  AnnouncementProductEntity,
  AnnouncementRecipientEntity,
  ApiKeyEntity,
  ArchiveImportEntity,
  AssignmentRulesEntity,
  AttachmentEntity,
  BusinessCalendarEntity,
  BuyerEntity,
  BuyerConsentEntity,
  BuyerContactEntity,
  BuyerDayEntity,
  BuyerIdentityEntity,
  BuyerMergeEntity,
  BuyerNoteEntity,
  BuyerOrderTotalsEntity,
  BuyerTagEntity,
  ChannelEntity,
  ClockAlarmEntity,
  ConversationEntity,
  CustomFieldEntity,
  DraftEntity,
  DuplicateDismissalEntity,
  EventEntity,
  ExchangeRateEntity,
  GoalEntity,
  GradeOverrideEntity,
  GradingRulesEntity,
  ImportEntity,
  ImportChangeEntity,
  ImportMappingEntity,
  ImportRowEntity,
  InboundMessageEntity,
  InquiryEntity,
  InvitationEntity,
  KnowledgeEntryEntity,
  MailCursorEntity,
  MailReferenceEntity,
  MailSuppressionEntity,
  MacroEntity,
  MemberEntity,
  MessageEntity,
  OrderEntity,
  OrderAdjustmentEntity,
  OrderLineEntity,
  ProductEntity,
  ProductPriceEntity,
  ProductVariantEntity,
  ProductVersionEntity,
  ReplyDraftEntity,
  ResolutionEntity,
  RoleEntity,
  SamplePolicyEntity,
  SampleRequestEntity,
  SavedViewEntity,
  SlaPolicyEntity,
  StageChangeEntity,
  SupportEntryEntity,
  TagEntity,
  UploadLinkEntity,
  WorkspaceEntity,
];

export {
  AnnouncementEntity,
  AnnouncementProductEntity,
  AnnouncementRecipientEntity,
  ApiKeyEntity,
  ArchiveImportEntity,
  AssignmentRulesEntity,
  AttachmentEntity,
  BusinessCalendarEntity,
  BuyerEntity,
  BuyerConsentEntity,
  BuyerContactEntity,
  BuyerDayEntity,
  BuyerIdentityEntity,
  BuyerMergeEntity,
  BuyerNoteEntity,
  BuyerOrderTotalsEntity,
  BuyerTagEntity,
  ChannelEntity,
  ClockAlarmEntity,
  ConversationEntity,
  CustomFieldEntity,
  DraftEntity,
  DuplicateDismissalEntity,
  EventEntity,
  ExchangeRateEntity,
  GoalEntity,
  GradeOverrideEntity,
  GradingRulesEntity,
  ImportEntity,
  ImportChangeEntity,
  ImportMappingEntity,
  ImportRowEntity,
  InboundMessageEntity,
  InquiryEntity,
  InvitationEntity,
  KnowledgeEntryEntity,
  MailCursorEntity,
  MailReferenceEntity,
  MailSuppressionEntity,
  MacroEntity,
  MemberEntity,
  MessageEntity,
  OrderEntity,
  OrderAdjustmentEntity,
  OrderLineEntity,
  ProductEntity,
  ProductPriceEntity,
  ProductVariantEntity,
  ProductVersionEntity,
  ReplyDraftEntity,
  ResolutionEntity,
  RoleEntity,
  SamplePolicyEntity,
  SampleRequestEntity,
  SavedViewEntity,
  SlaPolicyEntity,
  StageChangeEntity,
  SupportEntryEntity,
  TagEntity,
  UploadLinkEntity,
  WorkspaceEntity,
};
export type { ProductCertificate } from './product.entity.ts';
export type { WorkspaceSetup } from './workspace.entity.ts';
