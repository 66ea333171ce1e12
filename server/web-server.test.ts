import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect, createServer as createListener, type Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { drain, takeConnection } from './web-server';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A server that does not listen, whose connections another accepts, as the parent of web processes does. */
async function giveConnections(server: Server): Promise<{ open: () => Promise<Socket>; taken: Set<Socket> }> {
  const taken = new Set<Socket>();
  const listener = createListener({ pauseOnConnect: true }, (socket) => {
    takeConnection(server, socket, taken);
    socket.resume();
  }).listen(0, '127.0.0.1');
  closing.push(() => listener.close());
  await once(listener, 'listening');
  const bound = listener.address();
  const open = async () => {
    const socket = connect(typeof bound === 'object' && bound !== null ? bound.port : 0, '127.0.0.1');
    closing.push(() => socket.destroy());
    await once(socket, 'connect');
    return socket;
  };
  return { open, taken };
}

/** All data until the connection ends. */
async function readAll(socket: Socket): Promise<string> {
  let text = '';
  socket.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
  await once(socket, 'close');
  return text;
}

const request = (path = '/') => `GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`;

test('a connection that sends its headers too slowly is ended, though the server does not listen itself', async () => {
  const server = createServer({ connectionsCheckingInterval: 10, headersTimeout: 50 }, (_request, response) => response.end('ok'));
  const { open } = await giveConnections(server);
  const socket = await open();
  socket.write('GET / HTTP/1.1\r\nHost: x\r\n');
  expect(await readAll(socket)).toContain('408 Request Timeout');
});

test('requests in progress when the server stops are answered, then the connection ends', async () => {
  let begun = () => {};
  let finish = () => {};
  const atWork = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const server = createServer((_request, response) => {
    finish = () => response.end('whole');
    begun();
  });
  const { open, taken } = await giveConnections(server);
  const socket = await open();
  socket.write(request());
  const all = readAll(socket);
  await atWork;
  const drained = drain(server, taken, 60_000);
  finish();
  await drained;
  expect(await all).toContain('whole');
});

test('a request that does not end is cut off after its time limit', async () => {
  let begun = () => {};
  const atWork = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const server = createServer(() => begun());
  const { open, taken } = await giveConnections(server);
  const socket = await open();
  socket.write(request());
  const all = readAll(socket);
  await atWork;
  await drain(server, taken, 30);
  expect(await all).toBe('');
});
