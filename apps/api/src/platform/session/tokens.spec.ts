import { newApiKeyToken, newSessionToken, newWorkspaceToken, workspaceOfApiKey, workspaceOfToken } from './tokens.ts';

const workspaceId = '0192f5d0-9c1a-7c3e-8b2a-0123456789ab';

test('workspace tokens and API keys name their workspace', () => {
  expect(workspaceOfToken(newWorkspaceToken(workspaceId))).toBe(workspaceId);
  expect(workspaceOfApiKey(newApiKeyToken(workspaceId))).toBe(workspaceId);
});

test('what is no such token names none', () => {
  const token = newWorkspaceToken(workspaceId);
  for (const wrong of ['', token.slice(1), `${token}A`, `${token.slice(0, -1)}!`, newSessionToken()])
    expect(workspaceOfToken(wrong)).toBeNull();
  expect(workspaceOfApiKey(token)).toBeNull();
});

test('no two tokens are alike', () => {
  expect(new Set(Array.from({ length: 100 }, newSessionToken)).size).toBe(100);
});
