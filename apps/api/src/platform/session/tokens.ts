import { hash, randomBytes } from 'node:crypto';

/** Random part of every token: 256 bits, so a plain hash is enough to store it. */
const RANDOM_BYTES = 32;
const WORKSPACE_BYTES = 16;
const API_KEY_PREFIX = 'dk_';

/** SHA-256 of a token: all that the database and the caches ever hold of it. */
export function hashToken(token: string): Buffer {
  return hash('sha256', token, 'buffer');
}

/** A new session token. */
export function newSessionToken(): string {
  return randomBytes(RANDOM_BYTES).toString('base64url');
}

/** A new token that names its workspace, so that it can be looked up where its row lives: for invitations. */
export function newWorkspaceToken(workspaceId: string): string {
  const workspace = Buffer.from(workspaceId.replaceAll('-', ''), 'hex');
  return Buffer.concat([workspace, randomBytes(RANDOM_BYTES)]).toString('base64url');
}

/** The workspace a token names, or null when it is no such token. */
export function workspaceOfToken(token: string): string | null {
  if (!/^[A-Za-z0-9_-]{64}$/.test(token)) return null;
  const hex = Buffer.from(token, 'base64url').toString('hex', 0, WORKSPACE_BYTES);
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** A new API key. */
export function newApiKeyToken(workspaceId: string): string {
  return API_KEY_PREFIX + newWorkspaceToken(workspaceId);
}

/** The workspace an API key belongs to, or null when it is no API key. */
export function workspaceOfApiKey(token: string): string | null {
  return token.startsWith(API_KEY_PREFIX) ? workspaceOfToken(token.slice(API_KEY_PREFIX.length)) : null;
}
