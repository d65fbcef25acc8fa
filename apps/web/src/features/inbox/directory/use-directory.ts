'use client';
import { InboxDirectoryDocument, type InboxDirectoryQuery } from '../../../generated/graphql.ts';
import { useScreenQuery } from '../../../platform/graphql/use-screen-query.ts';
import { useMay } from '../../../platform/viewer/viewer-provider.tsx';

export type DirectoryMember = NonNullable<InboxDirectoryQuery['members']>[number];
export type DirectoryChannel = NonNullable<InboxDirectoryQuery['channels']>[number];

export interface Directory {
  /** Members who can be given a conversation. */
  members: readonly DirectoryMember[];
  channels: readonly DirectoryChannel[];
}

/** Roles that never answer; a conversation with one of them would be left lying. */
const NEVER_ANSWER: readonly string[] = ['viewer', 'finance'];
const NOBODY: readonly DirectoryMember[] = [];
const NOWHERE: readonly DirectoryChannel[] = [];

/** Names of members and channels, for filters and assignment. Empty where the viewer may not read them. */
export function useDirectory(): Directory {
  const may = useMay();
  const withMembers = may('member:read');
  const withChannels = may('channel:read');
  const { data } = useScreenQuery(
    InboxDirectoryDocument,
    { withMembers, withChannels },
    {
      pause: !withMembers && !withChannels,
      refreshOn: ({ subjectKind }) => subjectKind === 'member' || subjectKind === 'channel',
    },
  );
  return {
    members:
      data?.members?.filter(({ status, role }) => status.toLowerCase() === 'active' && !NEVER_ANSWER.includes(role)) ??
      NOBODY,
    channels: data?.channels ?? NOWHERE,
  };
}
