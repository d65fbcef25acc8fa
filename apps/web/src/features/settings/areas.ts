import type { Permission } from '../../platform/viewer/viewer-provider.tsx';

export interface Area {
  name:
    | 'workspace'
    | 'hours'
    | 'targets'
    | 'movingIn'
    | 'members'
    | 'roles'
    | 'audit'
    | 'channels'
    | 'exceptions'
    | 'apiKeys'
    | 'grading'
    | 'macros'
    | 'overrides'
    | 'assignment'
    | 'samplePolicy'
    | 'exchangeRates'
    | 'customFields'
    | 'imports'
    | 'tags'
    | 'data'
    | 'preferences';
  group: 'workspace' | 'team' | 'connections' | 'selling' | 'records' | 'mine';
  segment: string;
  needs: Permission;
  /** Where it leads, when it is a page of its own and not one below the settings. */
  path?: readonly string[];
}

/** Areas of the settings; each is shown to those who may read it. */
export const AREAS: readonly Area[] = [
  { name: 'workspace', group: 'workspace', segment: 'workspace', needs: 'workspace:read' },
  { name: 'hours', group: 'workspace', segment: 'hours', needs: 'workspace:read' },
  { name: 'targets', group: 'workspace', segment: 'targets', needs: 'channel:read' },
  { name: 'movingIn', group: 'workspace', segment: 'moving-in', needs: 'workspace:read' },
  { name: 'members', group: 'team', segment: 'members', needs: 'member:read' },
  { name: 'roles', group: 'team', segment: 'roles', needs: 'member:read' },
  { name: 'audit', group: 'team', segment: 'audit', needs: 'audit:read' },
  { name: 'channels', group: 'connections', segment: 'channels', needs: 'channel:read' },
  { name: 'exceptions', group: 'connections', segment: 'exceptions', needs: 'exception:read' },
  { name: 'apiKeys', group: 'connections', segment: 'api-keys', needs: 'api-key:manage' },
  { name: 'macros', group: 'selling', segment: 'macros', needs: 'inbox:read' },
  { name: 'grading', group: 'selling', segment: 'grading', needs: 'buyer:read' },
  { name: 'overrides', group: 'selling', segment: 'overrides', needs: 'grading:manage' },
  { name: 'assignment', group: 'selling', segment: 'assignment', needs: 'report:read' },
  { name: 'samplePolicy', group: 'selling', segment: 'sample-policy', needs: 'sample:read' },
  { name: 'exchangeRates', group: 'selling', segment: 'exchange-rates', needs: 'report:read' },
  { name: 'customFields', group: 'records', segment: 'custom-fields', needs: 'buyer:read' },
  { name: 'tags', group: 'records', segment: 'tags', needs: 'buyer:read' },
  { name: 'imports', group: 'records', segment: 'imports', needs: 'import:run', path: ['imports'] },
  { name: 'data', group: 'records', segment: 'data', needs: 'workspace:archive' },
  { name: 'preferences', group: 'mine', segment: 'preferences', needs: 'workspace:read' },
];

/** The areas that `allowed` keeps, under their headings, in the order declared. */
export function groupAreas(allowed: (area: Area) => boolean): [group: Area['group'], areas: Area[]][] {
  const groups = new Map<Area['group'], Area[]>();
  for (const area of AREAS) {
    if (allowed(area)) groups.set(area.group, [...(groups.get(area.group) ?? []), area]);
  }
  return [...groups];
}
