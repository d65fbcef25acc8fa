import { readCode } from '../../platform/upload/put-file.ts';

/** Why a file does not come: the API's stable code, and the reference of the request. */
export interface ExportProblem {
  readonly code: string;
  readonly reference: string | null;
}

/** Asks whether a file would come; null when it does. Browsers save a file without a word about why it does not. */
export async function askFor(address: string): Promise<ExportProblem | null> {
  try {
    const answer = await fetch(`${address}&check=true`, { credentials: 'same-origin' });
    if (answer.ok) return null;
    const code = readCode(await answer.text()) ?? `HTTP_${answer.status}`;
    return { code, reference: answer.headers.get('x-request-id') };
  } catch {
    return { code: 'OFFLINE', reference: null };
  }
}

/** Lets the browser save what an address gives; it is written to disk as it comes, however large it is. */
export function saveAddress(address: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = '';
  link.click();
}
