'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { ClipIcon, ClockIcon, ProductsIcon } from '../../../components/icons.tsx';
import { useMay } from '../../../platform/viewer/viewer-provider.tsx';
import { MacroPicker } from '../../macros/index.ts';
import { PackDialog } from '../../products/index.ts';
import type { Conversation } from '../conversation/use-conversation.ts';
import type { Composer } from './use-composer.ts';

/** What a reply can take along: files, and the decision pack of a product. */
export function ReplyTools({ conversation, composer }: { conversation: Conversation; composer: Composer }) {
  const t = useTranslations('inbox.composer');
  const may = useMay();
  const picker = useRef<HTMLInputElement>(null);
  const [choosing, setChoosing] = useState(false);
  const triage = conversation.draft?.triage ?? null;
  const { asksForMacro, setAsksForMacro } = composer;
  return (
    <>
      <Button
        variant="subtle"
        color="gray"
        px="0.5rem"
        leftSection={<ClipIcon />}
        title={t('attachHint')}
        onClick={() => picker.current?.click()}
      >
        {t('attach')}
      </Button>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        aria-label={t('attach')}
        onChange={(event) => {
          composer.files.uploads.add([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
      <MacroPicker
        conversationId={conversation.id}
        language={conversation.language ?? conversation.buyer.language}
        opened={asksForMacro}
        onOpenedChange={setAsksForMacro}
        onInsert={composer.insertMacro}
      />
      {may('product:read') && (
        <Button
          variant="subtle"
          color="gray"
          px="0.5rem"
          leftSection={<ProductsIcon />}
          onClick={() => setChoosing(true)}
        >
          {t('pack')}
        </Button>
      )}
      {conversation.status === 'WAITING' && composer.promise.local === null && (
        <Button variant="subtle" color="gray" px="0.5rem" leftSection={<ClockIcon />} onClick={composer.promise.begin}>
          {t('holding')}
        </Button>
      )}
      {choosing && (
        <PackDialog
          reader={{
            language: triage?.language ?? conversation.buyer.language,
            country: conversation.buyer.country,
            productCode: triage?.products[0] ?? null,
          }}
          onClose={() => setChoosing(false)}
          onInsert={(pack) => {
            setChoosing(false);
            composer.insertText(pack.text);
            void composer.files.addKept(pack.files);
          }}
        />
      )}
    </>
  );
}
