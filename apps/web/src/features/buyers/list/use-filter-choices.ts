'use client';
import { BuyerCustomFieldsDocument, BuyerOwnersDocument, BuyerTagsDocument } from '../../../generated/graphql.ts';
import { useScreenQuery } from '../../../platform/graphql/use-screen-query.ts';
import { useMay } from '../../../platform/viewer/viewer-provider.tsx';

/** What the workspace offers to filter by: its members, its own tags, its own fields. */
export function useFilterChoices() {
  const may = useMay();
  const owners = useScreenQuery(BuyerOwnersDocument, {}, { pause: !may('member:read') });
  const tags = useScreenQuery(BuyerTagsDocument, {});
  const fields = useScreenQuery(BuyerCustomFieldsDocument, {});
  return {
    owners: (owners.data?.members ?? []).filter(({ status }) => status === 'active'),
    tags: tags.data?.tags ?? [],
    fields: fields.data?.customFields ?? [],
  };
}

export type FilterChoices = ReturnType<typeof useFilterChoices>;
