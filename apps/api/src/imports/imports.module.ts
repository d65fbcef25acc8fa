import { Module } from '@nestjs/common';
import { BuyersModule } from '../buyers/index.ts';
import { InboxModule } from '../inbox/index.ts';
import { SlaModule } from '../sla/index.ts';
import { APPLIERS, Appliers } from './appliers/index.ts';
import { InquiriesUndo } from './appliers/inquiries-undo.ts';
import { ChangeImportUseCase } from './change-import.use-case.ts';
import { CheckImport } from './check-import.ts';
import { EditRowsUseCase } from './edit-rows.use-case.ts';
import { FailuresFile } from './failures-file.ts';
import { FollowImported } from './follow-imported.ts';
import { ImportBatches } from './import-batches.ts';
import { ImportFiles } from './import-files.ts';
import { ImportPartsResolver, ImportSavedResolver } from './import-parts.resolver.ts';
import { ImportStepJob } from './import-step.job.ts';
import { ImportSteps } from './import-steps.ts';
import { ImportedBuyersUndo } from './imported-buyers-undo.ts';
import { ImportedBuyers } from './imported-buyers.ts';
import { ImportsResolver } from './imports.resolver.ts';
import { ImportsRoute } from './imports.route.ts';
import { PlanMapping } from './plan-mapping.ts';
import { ReadImport } from './read-import.ts';
import { ReceiveImportUseCase } from './receive-import.use-case.ts';
import { RunImport } from './run-import.ts';
import { StartImportUseCase } from './start-import.use-case.ts';
import { UndoImportUseCase } from './undo-import.use-case.ts';
import { UndoImport } from './undo-import.ts';

/** Files that are brought in. */
@Module({
  imports: [BuyersModule, InboxModule, SlaModule],
  providers: [
    ...APPLIERS,
    Appliers,
    ChangeImportUseCase,
    CheckImport,
    EditRowsUseCase,
    FailuresFile,
    FollowImported,
    ImportBatches,
    ImportFiles,
    ImportPartsResolver,
    ImportSavedResolver,
    ImportStepJob,
    ImportSteps,
    ImportedBuyers,
    InquiriesUndo,
    ImportedBuyersUndo,
    ImportsResolver,
    ImportsRoute,
    PlanMapping,
    ReadImport,
    ReceiveImportUseCase,
    RunImport,
    StartImportUseCase,
    UndoImportUseCase,
    UndoImport,
  ],
})
export class ImportsModule {}
