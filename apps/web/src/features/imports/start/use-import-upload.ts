'use client';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ImportKind } from '../../../generated/graphql.ts';
import { newId } from '../../../platform/graphql/new-id.ts';
import { useToasts } from '../../../platform/toasts/toasts-provider.tsx';
import { putFile } from '../../../platform/upload/put-file.ts';
import { useWorkspace, useWorkspaceHref } from '../../../platform/viewer/viewer-provider.tsx';
import { importAddress } from './import-address.ts';
import { unfitFile } from './unfit-file.ts';

/** What the sender knows of the file; null is found out from the file. */
export interface ImportHints {
  readonly kind: ImportKind | null;
  readonly source: string | null;
}

/** The file on its way, or what kept it from arriving. */
export interface ImportUpload extends ImportHints {
  readonly id: string;
  readonly file: File;
  /** 0 to 1. */
  readonly share: number;
  /** null while under way. */
  readonly failed: { readonly code: string; readonly reference: string | null } | null;
}

export interface ImportUploads {
  readonly current: ImportUpload | null;
  send: (file: File, hints: ImportHints) => void;
  retry: () => void;
  cancel: () => void;
}

/**
 * Sends one file at a time. The id stays the same over retries, so that no file arrives twice. Who leaves the screen stops
 * nothing: the file goes on, and a toast tells how it ended. Closing the window asks first.
 */
export function useImportUpload(onArrived: (id: string) => void): ImportUploads {
  const { slug } = useWorkspace();
  const t = useTranslations('imports.upload');
  const { show } = useToasts();
  const router = useRouter();
  const href = useWorkspaceHref();
  const [current, setCurrent] = useState<ImportUpload | null>(null);
  const abort = useRef<AbortController | null>(null);
  const here = useRef(false);
  const arrived = useRef(onArrived);
  useEffect(() => {
    arrived.current = onArrived;
  }, [onArrived]);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);
  const underWay = current !== null && current.failed === null;
  useEffect(() => {
    if (!underWay) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [underWay]);

  const start = useCallback(
    async (upload: ImportUpload) => {
      const unfit = unfitFile(upload.file);
      setCurrent({ ...upload, share: 0, failed: unfit === null ? null : { code: unfit, reference: null } });
      if (unfit !== null) return;
      const controller = new AbortController();
      abort.current = controller;
      const outcome = await putFile({
        address: importAddress(slug, upload),
        file: upload.file,
        signal: controller.signal,
        onProgress: (share) => setCurrent((now) => (now?.id === upload.id ? { ...now, share } : now)),
      });
      if (here.current) {
        if (outcome.ok) {
          setCurrent(null);
          arrived.current(upload.id);
        } else if (outcome.code === 'ABORTED') setCurrent(null);
        else setCurrent((now) => (now?.id === upload.id ? { ...now, failed: outcome } : now));
      } else if (outcome.ok)
        show({
          message: t('arrivedElsewhere', { name: upload.file.name }),
          tone: 'good',
          action: { label: t('openArrived'), run: () => router.push(href('imports', upload.id)) },
        });
      else show({ message: t('notArrived', { name: upload.file.name }), tone: 'bad' });
    },
    [slug, show, t, router, href],
  );

  return {
    current,
    send: (file, { kind, source }) => void start({ id: newId(), file, kind, source, share: 0, failed: null }),
    retry: () => current !== null && void start(current),
    cancel: () => {
      if (underWay) abort.current?.abort();
      else setCurrent(null);
    },
  };
}
