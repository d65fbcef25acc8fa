import { Module } from '@nestjs/common';
import { AcceptInvitationUseCase } from './accept-invitation.use-case.ts';
import { ApiKeysResolver } from './api-keys.resolver.ts';
import { AuditLogResolver } from './audit-log.resolver.ts';
import { ChangeMemberUseCase } from './change-member.use-case.ts';
import { ChangePreferencesUseCase } from './change-preferences.use-case.ts';
import { CreateApiKeyUseCase } from './create-api-key.use-case.ts';
import { CreateWorkspaceUseCase } from './create-workspace.use-case.ts';
import { InvitationsResolver } from './invitations.resolver.ts';
import { InviteMemberUseCase } from './invite-member.use-case.ts';
import { MembersResolver } from './members.resolver.ts';
import { Passwords } from './passwords.ts';
import { RevokeApiKeyUseCase } from './revoke-api-key.use-case.ts';
import { RevokeInvitationUseCase } from './revoke-invitation.use-case.ts';
import { RolesResolver } from './roles.resolver.ts';
import { SaveRoleUseCase } from './save-role.use-case.ts';
import { CalendarVersionsModule } from './settings/calendar-versions.module.ts';
import { ChangeWorkspaceUseCase } from './settings/change-workspace.use-case.ts';
import { WorkspaceSettingsResolver } from './settings/workspace-settings.resolver.ts';
import { ChangeMovingInUseCase } from './moving-in/change-moving-in.use-case.ts';
import { MovingInResolver } from './moving-in/moving-in.resolver.ts';
import { SessionDoor } from './session-door.ts';
import { SignInThrottle } from './sign-in-throttle.ts';
import { SignInResolver } from './sign-in.resolver.ts';
import { SignInUseCase } from './sign-in.use-case.ts';
import { SignUpUseCase } from './sign-up.use-case.ts';
import { ViewerResolver } from './viewer.resolver.ts';

/** Workspaces, the people in them, and how they get in. */
@Module({
  imports: [CalendarVersionsModule],
  providers: [
    AcceptInvitationUseCase,
    ApiKeysResolver,
    AuditLogResolver,
    ChangeMemberUseCase,
    ChangeMovingInUseCase,
    ChangePreferencesUseCase,
    ChangeWorkspaceUseCase,
    CreateApiKeyUseCase,
    CreateWorkspaceUseCase,
    InvitationsResolver,
    InviteMemberUseCase,
    MembersResolver,
    MovingInResolver,
    Passwords,
    RevokeApiKeyUseCase,
    RevokeInvitationUseCase,
    RolesResolver,
    SaveRoleUseCase,
    SessionDoor,
    SignInThrottle,
    SignInResolver,
    SignInUseCase,
    SignUpUseCase,
    ViewerResolver,
    WorkspaceSettingsResolver,
  ],
  exports: [CreateWorkspaceUseCase, Passwords],
})
export class WorkspacesModule {}
