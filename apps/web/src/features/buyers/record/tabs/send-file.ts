/** How an upload ended; `code` is the API's stable code, or what stood in the way of asking it. */
export type UploadOutcome = { readonly ok: true } | { readonly ok: false; readonly code: string };

/** The API takes no more than this. */
export const MOST_BYTES = 10 * 1024 * 1024;

interface SendFileOptions {
  file: File;
  buyerId: string;
  fileId: string;
  workspace: string;
  onProgress: (share: number) => void;
}

/** Sends one file as it is. XMLHttpRequest, because fetch tells nothing of how far an upload is. */
export function sendFile({ file, buyerId, fileId, workspace, onProgress }: SendFileOptions): Promise<UploadOutcome> {
  const query = new URLSearchParams({ workspace, name: file.name });
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('PUT', `/files/buyers/${buyerId}/${fileId}?${query.toString()}`);
    request.setRequestHeader('Content-Type', file.type === '' ? 'application/octet-stream' : file.type);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total);
    request.onload = () =>
      resolve(
        request.status === 200 || request.status === 201
          ? { ok: true }
          : { ok: false, code: readCode(request.responseText) ?? `HTTP_${request.status}` },
      );
    request.onerror = () => resolve({ ok: false, code: 'OFFLINE' });
    request.send(file);
  });
}

/** The code of a coded error, whether it stands alone or in an `error`; null in an answer that is none of ours. */
export function readCode(body: string): string | null {
  try {
    const answer: unknown = JSON.parse(body);
    return (
      codeIn(answer) ??
      (typeof answer === 'object' && answer !== null && 'error' in answer ? codeIn(answer.error) : null)
    );
  } catch {
    return null;
  }
}

function codeIn(value: unknown): string | null {
  return typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'string'
    ? value.code
    : null;
}
