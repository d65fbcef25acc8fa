/** How an upload ended; `code` is the API's stable code, or what stood in the way of asking it. */
export type UploadOutcome =
  { readonly ok: true } | { readonly ok: false; readonly code: string; readonly reference: string | null };

interface PutFileOptions {
  /** Where it is put, on this site. */
  address: string;
  file: File;
  /** 0 to 1. */
  onProgress: (share: number) => void;
  /** Ends it; the outcome is then ABORTED. */
  signal?: AbortSignal;
}

/** Sends one file as it is. XMLHttpRequest, because fetch tells nothing of how far an upload is. */
export function putFile({ address, file, onProgress, signal }: PutFileOptions): Promise<UploadOutcome> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const fail = (code: string, reference: string | null = null) => resolve({ ok: false, code, reference });
    request.open('PUT', address);
    request.setRequestHeader('Content-Type', file.type === '' ? 'application/octet-stream' : file.type);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total);
    request.onload = () => {
      if (request.status === 200 || request.status === 201) return resolve({ ok: true });
      return fail(
        readCode(request.responseText) ?? `HTTP_${request.status}`,
        request.getResponseHeader('x-request-id'),
      );
    };
    request.onerror = () => fail('OFFLINE');
    request.onabort = () => fail('ABORTED');
    if (signal?.aborted) return fail('ABORTED');
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    return request.send(file);
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
