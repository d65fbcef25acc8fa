import type { Permission } from '../../platform/viewer/viewer-provider.tsx';

export interface Area {
  name: 'members' | 'channels' | 'exceptions' | 'apiKeys' | 'preferences';
  segment: string;
  needs: Permission;
}

/** Areas of the settings; each is shown to those who may read it. */
export const AREAS: readonly Area[] = [
  { name: 'members', segment: 'members', needs: 'member:read' },
  { name: 'channels', segment: 'channels', needs: 'channel:read' },
  { name: 'exceptions', segment: 'exceptions', needs: 'exception:read' },
  { name: 'apiKeys', segment: 'api-keys', needs: 'api-key:manage' },
  { name: 'preferences', segment: 'preferences', needs: 'workspace:read' },
];
