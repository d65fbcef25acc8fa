import { ConsentsResolver } from '../consents/consents.resolver.ts';
import { RecordConsentUseCase } from '../consents/record-consent.use-case.ts';
import { CustomFieldsResolver } from '../custom-fields/custom-fields.resolver.ts';
import { SaveCustomFieldUseCase } from '../custom-fields/save-custom-field.use-case.ts';
import { SetCustomValueUseCase } from '../custom-fields/set-custom-value.use-case.ts';
import { DismissDuplicateUseCase } from '../duplicates/dismiss-duplicate.use-case.ts';
import { BuyerCountResolver } from '../list/buyer-count.resolver.ts';
import { MergeBuyersUseCase } from '../merge/merge-buyers.use-case.ts';
import { MergesResolver } from '../merge/merges.resolver.ts';
import { UndoMergeUseCase } from '../merge/undo-merge.use-case.ts';
import { NotesResolver } from '../notes/notes.resolver.ts';
import { WriteNoteUseCase } from '../notes/write-note.use-case.ts';
import { PersonalDataUseCase } from '../privacy/personal-data.use-case.ts';
import { PrivacyResolver } from '../privacy/privacy.resolver.ts';
import { LogSupportUseCase } from '../support/log-support.use-case.ts';
import { SupportResolver } from '../support/support.resolver.ts';
import { ChangeTagUseCase } from '../tags/change-tag.use-case.ts';
import { TagBuyerUseCase } from '../tags/tag-buyer.use-case.ts';
import { TagsResolver } from '../tags/tags.resolver.ts';
import { BuyerPartsResolver } from './buyer-parts.resolver.ts';
import { CreateBuyerUseCase } from './create-buyer.use-case.ts';
import { RecordResolver } from './record.resolver.ts';
import { RegradeBuyerUseCase } from './regrade-buyer.use-case.ts';
import { SaveContactUseCase } from './save-contact.use-case.ts';
import { SetOwnerUseCase } from './set-owner.use-case.ts';
import { UpdateBuyerUseCase } from './update-buyer.use-case.ts';

/** Resolvers and routes of the buyer record. */
export const RECORD_RESOLVERS = [
  BuyerCountResolver,
  BuyerPartsResolver,
  ConsentsResolver,
  CustomFieldsResolver,
  MergesResolver,
  NotesResolver,
  PrivacyResolver,
  RecordResolver,
  SupportResolver,
  TagsResolver,
];

/** Use cases of the buyer record; the demo uses them as people do. */
export const RECORD_USE_CASES = [
  ChangeTagUseCase,
  CreateBuyerUseCase,
  DismissDuplicateUseCase,
  LogSupportUseCase,
  MergeBuyersUseCase,
  PersonalDataUseCase,
  RecordConsentUseCase,
  RegradeBuyerUseCase,
  SaveContactUseCase,
  SaveCustomFieldUseCase,
  SetCustomValueUseCase,
  SetOwnerUseCase,
  TagBuyerUseCase,
  UndoMergeUseCase,
  UpdateBuyerUseCase,
  WriteNoteUseCase,
];
