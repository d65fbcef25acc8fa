import { WebSocket, WebSocketServer } from 'ws';

/**
 * The practical limit: a ws server that keeps a list of sockets by workspace and sends each what it is told. Nobody is asked
 * who they are, and nothing is stored.
 */
const rooms = new Map<string, Set<WebSocket>>();
const server = new WebSocketServer({ port: 0, host: '127.0.0.1' }, () => {
  const address = server.address();
  process.send?.(typeof address === 'object' ? address?.port : null);
});
server.on('connection', (socket, request) => {
  const workspace = new URL(request.url ?? '', 'ws://bare').searchParams.get('workspace') ?? '';
  const room = rooms.get(workspace) ?? new Set();
  rooms.set(workspace, room.add(socket));
  socket.on('close', () => room.delete(socket));
});
process.on('message', ({ workspaceId, event }: { workspaceId: string; event: unknown }) => {
  const text = JSON.stringify(event);
  for (const socket of rooms.get(workspaceId) ?? []) socket.send(text);
});
