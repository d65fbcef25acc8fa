'use client';
import { createContext, useContext } from 'react';
import type { ViewerQuery } from '../../generated/graphql.ts';

export type Viewer = NonNullable<ViewerQuery['viewer']>;
export type CurrentWorkspace = NonNullable<Viewer['current']>;
/** Same names as the API's PERMISSIONS. */
export type Permission =
  | 'workspace:read'
  | 'home:read'
  | 'inbox:read'
  | 'inbox:reply'
  | 'inbox:note'
  | 'inbox:assign'
  | 'inbox:end'
  | 'draft:review'
  | 'buyer:read'
  | 'buyer:write'
  | 'knowledge:read'
  | 'channel:read'
  | 'channel:manage'
  | 'exception:read'
  | 'exception:manage'
  | 'member:read'
  | 'member:manage'
  | 'api-key:manage'
  | 'event:read'
  | 'contact:read'
  | 'money:read'
  | 'buyer:merge'
  | 'buyer:grade'
  | 'buyer:privacy'
  | 'grading:manage'
  | 'sample:read'
  | 'sample:request'
  | 'sample:advance'
  | 'sample:approve'
  | 'pipeline:move'
  | 'policy:manage'
  | 'goal:manage'
  | 'report:read'
  | 'note:read-private'
  | 'audit:read'
  | 'role:manage'
  | 'product:read'
  | 'product:write'
  | 'knowledge:write'
  | 'announcement:read'
  | 'announcement:send'
  | 'import:run'
  | 'import:manage'
  | 'data:export'
  | 'workspace:manage'
  | 'workspace:archive';

const ViewerContext = createContext<{ viewer: Viewer; workspace: CurrentWorkspace } | null>(null);

export const ViewerProvider = ViewerContext.Provider;

function useViewerContext() {
  const value = useContext(ViewerContext);
  if (value === null) throw new Error('Only inside /w/[workspace], below the viewer gate');
  return value;
}

/** The signed-in person and their memberships. */
export function useViewer(): Viewer {
  return useViewerContext().viewer;
}

/** The workspace of the address and the viewer's place in it. */
export function useWorkspace(): CurrentWorkspace {
  return useViewerContext().workspace;
}

/** Asks before drawing: what one may not do is not shown as a dead button. */
export function useMay(): (permission: Permission) => boolean {
  const { permissions } = useWorkspace();
  return (permission) => permissions.includes(permission);
}

/** Address of a page of this workspace: `href('inbox', id)`. */
export function useWorkspaceHref(): (...segments: string[]) => string {
  const { slug } = useWorkspace();
  return (...segments) => ['/w', slug, ...segments.map(encodeURIComponent)].join('/');
}
