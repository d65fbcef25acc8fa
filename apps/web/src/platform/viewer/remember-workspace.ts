const LAST_WORKSPACE_KEY = 'dangol.workspace';

/** This browser's last workspace: where "/" leads. */
export function rememberWorkspace(slug: string): void {
  window.localStorage.setItem(LAST_WORKSPACE_KEY, slug);
}

/** The last workspace if it is still one of the viewer's, else the first. */
export function workspaceToOpen(memberships: readonly { slug: string }[]): string | null {
  const last = window.localStorage.getItem(LAST_WORKSPACE_KEY);
  return (memberships.find(({ slug }) => slug === last) ?? memberships[0])?.slug ?? null;
}
