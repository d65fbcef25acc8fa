'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useRef, useState } from 'react';
import { newId } from '../../platform/graphql/new-id.ts';
import { useToasts } from '../../platform/toasts/toasts-provider.tsx';
import { putFile } from '../../platform/upload/put-file.ts';
import { useWorkspace } from '../../platform/viewer/viewer-provider.tsx';
import { type AttachmentOwner, uploadAddress } from './attachment-address.ts';

/** The API takes no more than this. */
const MOST_BYTES = 25 * 1024 * 1024;

/** One file on its way, or what kept it from arriving. */
export interface Upload {
  readonly id: string;
  readonly file: File;
  /** 0 to 1. */
  readonly share: number;
  /** null while under way. */
  readonly failed: string | null;
}

/**
 * Files being sent; those that arrived leave the list. The id stays the same over retries, so that none arrives twice. Who
 * goes elsewhere meanwhile stops nothing; a file that then does not arrive is told in a toast.
 */
export function useUploads({ kind, id: ownerId }: AttachmentOwner, onArrived: () => void) {
  const { slug } = useWorkspace();
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const t = useTranslations('attachments');
  const { show } = useToasts();
  const here = useRef(false);
  const stops = useRef(new Map<string, AbortController>());
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);

  const patch = (id: string, change: Partial<Upload>) =>
    setUploads((all) => all.map((upload) => (upload.id === id ? { ...upload, ...change } : upload)));
  const drop = (id: string) => {
    stops.current.get(id)?.abort();
    setUploads((all) => all.filter((upload) => upload.id !== id));
  };

  const send = async ({ id, file }: Upload) => {
    const stop = new AbortController();
    stops.current.set(id, stop);
    const outcome = await putFile({
      file,
      address: uploadAddress({ kind, id: ownerId }, id, file.name, slug),
      onProgress: (share) => patch(id, { share }),
      signal: stop.signal,
    });
    stops.current.delete(id);
    if (!outcome.ok && outcome.code === 'ABORTED') return undefined;
    if (!here.current)
      return outcome.ok ? undefined : show({ message: t('notArrived', { name: file.name }), tone: 'bad' });
    if (!outcome.ok) return patch(id, { failed: outcome.code });
    drop(id);
    return onArrived();
  };
  const add = (files: readonly File[]) => {
    const added = files.map((file): Upload => ({ id: newId(), file, share: 0, failed: unfit(file) }));
    setUploads((all) => [...all, ...added]);
    for (const upload of added) if (upload.failed === null) void send(upload);
  };
  const retry = (upload: Upload) => {
    patch(upload.id, { failed: null, share: 0 });
    void send(upload);
  };
  const running = useMemo(() => uploads.some(({ failed }) => failed === null), [uploads]);
  return { uploads, running, add, retry, drop };
}

export type Uploads = ReturnType<typeof useUploads>;

/** What the API would refuse anyway is not sent. */
function unfit(file: File): string | null {
  if (file.size === 0) return 'EMPTY';
  return file.size > MOST_BYTES ? 'TOO_LARGE' : null;
}
