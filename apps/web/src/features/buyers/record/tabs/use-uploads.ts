'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { newId } from '../../../../platform/graphql/new-id.ts';
import { useToasts } from '../../../../platform/toasts/toasts-provider.tsx';
import { useWorkspace } from '../../../../platform/viewer/viewer-provider.tsx';
import { MOST_BYTES, sendFile } from './send-file.ts';

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
 * opens another tab meanwhile stops nothing; a file that then does not arrive is told in a toast.
 */
export function useUploads(buyerId: string, onArrived: () => void) {
  const { slug } = useWorkspace();
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const t = useTranslations('buyers.files');
  const { show } = useToasts();
  const here = useRef(false);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);

  const patch = (id: string, change: Partial<Upload>) =>
    setUploads((all) => all.map((upload) => (upload.id === id ? { ...upload, ...change } : upload)));
  const drop = (id: string) => setUploads((all) => all.filter((upload) => upload.id !== id));

  const send = async ({ id, file }: Upload) => {
    const outcome = await sendFile({
      file,
      buyerId,
      fileId: id,
      workspace: slug,
      onProgress: (share) => patch(id, { share }),
    });
    if (here.current) {
      if (!outcome.ok) return patch(id, { failed: outcome.code });
      drop(id);
      onArrived();
    } else if (!outcome.ok) show({ message: t('notArrived', { name: file.name }), tone: 'bad' });
    return undefined;
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
  return { uploads, add, retry, drop };
}

/** What the API would refuse anyway is not sent. */
function unfit(file: File): string | null {
  if (file.size === 0) return 'EMPTY';
  return file.size > MOST_BYTES ? 'TOO_LARGE' : null;
}
