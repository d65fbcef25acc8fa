export {
  CreateWorkspaceUseCase,
  type CreatedWorkspace,
  type NewWorkspaceCommand,
} from './create-workspace.use-case.ts';
export { AuditFilter } from './audit-log.model.ts';
export { auditStatement } from './list-audit-log.query.ts';
export { LanguageEnum, type Language } from './language.enum.ts';
export { queryMember, queryMembers } from './list-members.query.ts';
export { ChangeMemberResult, Member } from './member.model.ts';
export { Passwords } from './passwords.ts';
export { CalendarVersions } from './settings/calendar-versions.ts';
export { CalendarVersionsModule } from './settings/calendar-versions.module.ts';
export { MOVE_DUE_TIMES } from './settings/move-due-times.task-name.ts';
export { confirmSteps } from './settings/setup-marks.ts';
export { SlugTaken } from './slug-taken.error.ts';
export { WorkspacesModule } from './workspaces.module.ts';
