import { newId } from '@dangol/db';
import { ok } from './graphql.ts';
import type { Session } from './graphql.ts';
import type { TestWorkspace } from './people.ts';
import type { TestApp } from './test-app.ts';

/** A member of a result union, as far as tests look. */
export interface Outcome {
  readonly __typename: string;
  readonly id?: string;
  readonly code?: string;
  readonly url?: string;
  readonly token?: string;
  readonly role?: string;
  readonly status?: string;
}

/** Makes an invitation. */
export const INVITE = `mutation ($input: InviteMemberInput!) { inviteMember(input: $input) {
  __typename ... on Refusal { code } ... on InvitationCreated { url invitation { id role } } } }`;
/** Answers an invitation. */
export const ACCEPT = `mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) {
  __typename ... on Refusal { code } ... on SignedIn { viewer { account { id email name } memberships { slug role } } } } }`;
/** Reads what a link offers. */
export const OFFER =
  'query ($token: String!) { invitationOffer(token: $token) { workspaceName email role accountExists } }';
/** Takes an invitation back. */
export const REVOKE = 'mutation ($id: ID!) { revokeInvitation(id: $id) { __typename ... on Refusal { code } } }';
/** Gives another role. */
export const CHANGE_ROLE = `mutation ($input: ChangeMemberRoleInput!) { changeMemberRole(input: $input) {
  __typename ... on Refusal { code } ... on Member { id role status } } }`;
/** Ends a membership. */
export const REMOVE =
  'mutation ($id: ID!) { removeMember(id: $id) { __typename ... on Refusal { code } ... on Member { id status } } }';
/** Makes an API key. */
export const CREATE_KEY = `mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) {
  __typename ... on Refusal { code } ... on ApiKeyCreated { token apiKey { id name role lastUsedAt } } } }`;
/** Ends an API key. */
export const REVOKE_KEY = 'mutation ($id: ID!) { revokeApiKey(id: $id) { __typename ... on Refusal { code } } }';
/** The API keys. */
export const KEYS = '{ apiKeys { id lastUsedAt } }';
/** The members. */
export const MEMBERS = '{ members { id status role } }';

/** The acts of people in a workspace, against one application. */
export function peopleOf(app: () => TestApp) {
  async function one(session: Session | null, mutation: string, variables: Record<string, unknown>): Promise<Outcome> {
    const data = await ok<Record<string, Outcome>>(app(), session, mutation, variables);
    return Object.values(data)[0]!;
  }
  return {
    /** The outcome of a mutation. */
    one,
    /** Invites and answers the token of the link. */
    async invite(by: Session, email: string, role = 'rep', id = newId()): Promise<{ id: string; token: string }> {
      const { url } = await one(by, INVITE, { input: { id, email, role } });
      return { id, token: url?.split('/invitations/')[1] ?? '' };
    },
    /** Answers an invitation. */
    accept: (token: string, over: Record<string, unknown> = {}): Promise<Outcome> =>
      one(null, ACCEPT, { input: { token, name: 'New Person', password: 'correct horse', ...over } }),
    /** What the log of a workspace tells, in order. */
    async verbsOf({ workspaceId }: TestWorkspace): Promise<string[]> {
      const statement = 'select verb from events where workspace_id = $1 order by position';
      return (await app().sql<{ verb: string }>(statement, [workspaceId])).map(({ verb }) => verb);
    },
  };
}
