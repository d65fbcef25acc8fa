export { AssistantModule } from './assistant.module.ts';
export { Draft } from './draft.model.ts';
export { queryDraft } from './draft.query.ts';
export { PrepareDraftJob } from './prepare-draft.job.ts';
export { PREPARE_DRAFT } from './prepare-draft.task-name.ts';
export { WorkspaceAssistants } from './workspace-assistants.ts';
