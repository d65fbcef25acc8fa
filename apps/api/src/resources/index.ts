export { ASSIGN_CONVERSATIONS } from './assign-conversations.task-name.ts';
export { AssignOwnerUseCase } from './assign-owner.use-case.ts';
export { loadWorkload } from './load-workload.ts';
export { ResourcesModule } from './resources.module.ts';
export { SetMemberCapacityUseCase } from './set-member-capacity.use-case.ts';
