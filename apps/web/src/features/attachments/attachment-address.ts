/** What a file may belong to, as its address says it. */
export interface AttachmentOwner {
  readonly kind: 'buyers' | 'products' | 'conversations';
  readonly id: string;
}

/** Where a file is put; the name goes along in the address. */
export function uploadAddress(owner: AttachmentOwner, fileId: string, name: string, workspace: string): string {
  return `/files/${owner.kind}/${owner.id}/${fileId}?${new URLSearchParams({ workspace, name }).toString()}`;
}

/** Where a file is fetched: a link or a picture cannot send the workspace's header, so its address names it. */
export function downloadAddress(path: string, workspace: string): string {
  if (path.includes('workspace=')) return path;
  return `${path}${path.includes('?') ? '&' : '?'}workspace=${encodeURIComponent(workspace)}`;
}
