'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { ChevronDownIcon } from '../../../components/icons.tsx';
import { Menu, MenuItem } from '../../../components/menu.tsx';
import {
  BuyerOwnersDocument,
  type BuyerRecordFieldsFragment,
  SetBuyerOwnerDocument,
} from '../../../generated/graphql.ts';
import { useScreenQuery } from '../../../platform/graphql/use-screen-query.ts';
import { useToasts } from '../../../platform/toasts/toasts-provider.tsx';
import { useMay } from '../../../platform/viewer/viewer-provider.tsx';
import { useSimpleAct } from '../use-simple-act.ts';

interface OwnerMenuProps {
  buyer: BuyerRecordFieldsFragment;
  mayChange: boolean;
  onChanged: () => void;
}

/** Who looks after the buyer; another is chosen at once and can be taken back. */
export function OwnerMenu({ buyer, mayChange, onChanged }: OwnerMenuProps) {
  const t = useTranslations('buyers');
  const may = useMay();
  const { show } = useToasts();
  const { data } = useScreenQuery(BuyerOwnersDocument, {}, { pause: !mayChange || !may('member:read') });
  const [setOwner, running] = useSimpleAct(SetBuyerOwnerDocument, ({ setBuyerOwner }) => setBuyerOwner);
  const members = (data?.members ?? []).filter(({ status }) => status === 'active');
  const text = buyer.owner === null ? t('noOwnerYet') : t('ownerIs', { name: buyer.owner.name });
  if (!mayChange || members.length === 0) return <span>{text}</span>;

  const choose = async (memberId: string | null) => {
    const before = buyer.owner?.id ?? null;
    if (memberId === before || !(await setOwner({ input: { buyerId: buyer.id, memberId } }))) return;
    onChanged();
    const name = members.find(({ id }) => id === memberId)?.name;
    const undo = async () => {
      if (await setOwner({ input: { buyerId: buyer.id, memberId: before } })) onChanged();
    };
    show({
      message: name === undefined ? t('ownerCleared') : t('ownerChanged', { name }),
      undo: () => void undo(),
    });
  };
  return (
    <Menu
      label={t('changeOwner')}
      trigger={(props) => (
        <Button
          variant="subtle"
          color="gray"
          loading={running}
          rightSection={<ChevronDownIcon />}
          aria-label={t('changeOwnerOf', { owner: text })}
          {...props}
        >
          {text}
        </Button>
      )}
    >
      {members.map(({ id, name }) => (
        <MenuItem key={id} checked={id === buyer.owner?.id} onClick={() => void choose(id)}>
          {name}
        </MenuItem>
      ))}
      <MenuItem checked={buyer.owner === null} onClick={() => void choose(null)}>
        {t('noOwnerYet')}
      </MenuItem>
    </Menu>
  );
}
