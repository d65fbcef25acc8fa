export {
  CreateWorkspaceUseCase,
  type CreatedWorkspace,
  type NewWorkspaceCommand,
} from './create-workspace.use-case.ts';
export { queryMember, queryMembers } from './list-members.query.ts';
export { ChangeMemberResult, Member } from './member.model.ts';
export { Passwords } from './passwords.ts';
export { SlugTaken } from './slug-taken.error.ts';
export { WorkspacesModule } from './workspaces.module.ts';
