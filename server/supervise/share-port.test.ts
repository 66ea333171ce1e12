import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test } from 'vitest';
import { openPort, type SharedPort } from './share-port';

const folder = mkdtempSync(join(tmpdir(), 'manumit-port-'));
const children: ChildProcess[] = [];
const ports: SharedPort[] = [];
afterEach(async () => {
  for (const port of ports.splice(0)) port.close();
  for (const child of children.splice(0)) child.kill('SIGKILL');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const answering = join(folder, 'answering.cjs');
writeFileSync(
  answering,
  `const server = require('node:http').createServer((request, response) => response.end(String(process.pid)));
   process.on('message', (message, socket) => {
     process.send('taken');
     server.emit('connection', socket);
   });
   process.send('up');`,
);
/** It acknowledges neither a connection nor data on it. */
const deaf = join(folder, 'deaf.cjs');
writeFileSync(deaf, `process.on('message', () => process.send('heard')); process.send('up');`);

async function startChild(script: string): Promise<ChildProcess> {
  const child = fork(script, { execArgv: [] });
  children.push(child);
  await once(child, 'message');
  return child;
}

async function open(options: { patience?: number } = {}): Promise<SharedPort> {
  const port = await openPort({ port: 0, host: '127.0.0.1', ...options });
  ports.push(port);
  return port;
}

/** Status and body of a request on a connection of its own. */
function ask(address: string): Promise<[number | undefined, string]> {
  return new Promise((resolve, reject) => {
    get(address, { agent: false, headers: { connection: 'close' } }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
      response.on('end', () => resolve([response.statusCode, text]));
    }).once('error', reject);
  });
}

test('processes accept connections in turn, each its own', async () => {
  const port = await open();
  const both = [await startChild(answering), await startChild(answering)];
  for (const child of both) port.add(child);
  const answers: string[] = [];
  for (let count = 0; count < 4; count += 1) answers.push((await ask(port.address))[1]);
  expect(new Set(answers)).toEqual(new Set(both.map(({ pid }) => String(pid))));
});

test('a connection waits until there is a process', async () => {
  const port = await open();
  const asked = ask(port.address);
  const child = await startChild(answering);
  port.add(child);
  expect(await asked).toEqual([200, String(child.pid)]);
});

test('a connection that a killed process had not accepted goes to another', async () => {
  const port = await open();
  const killed = await startChild(answering);
  killed.once('exit', () => port.remove(killed));
  // It is paused, and accepts nothing any more.
  killed.kill('SIGSTOP');
  port.add(killed);
  const asked = ask(port.address);
  await expect.poll(() => port.waits()).toBe(1);
  killed.kill('SIGKILL');
  const child = await startChild(answering);
  port.add(child);
  expect(await asked).toEqual([200, String(child.pid)]);
});

test('a busy process gets no second connection while another is free', async () => {
  const port = await open();
  const busy = await startChild(deaf);
  const child = await startChild(answering);
  port.add(busy);
  const received = once(busy, 'message');
  const first = ask(port.address);
  first.catch(() => {});
  await received;
  port.add(child);
  for (let count = 0; count < 3; count += 1) expect((await ask(port.address))[1]).toBe(String(child.pid));
});

test('a paused process gets no more connections', async () => {
  const port = await open();
  const [leaving, child] = [await startChild(answering), await startChild(answering)];
  port.add(leaving);
  port.add(child);
  port.pause(leaving);
  for (let count = 0; count < 3; count += 1) expect((await ask(port.address))[1]).toBe(String(child.pid));
});

test('a client that waits too long gets the response of a web server', async () => {
  const port = await open({ patience: 20 });
  expect(await ask(port.address)).toEqual([503, 'Manumit is starting. Try again in a few seconds.\n']);
});

test('a client that waits when the port is closed gets a response, and the port is free', async () => {
  const port = await open();
  const asked = ask(port.address);
  await expect.poll(() => port.waits()).toBe(1);
  port.close();
  expect((await asked)[0]).toBe(503);
  ports.push(await openPort({ port: Number(new URL(port.address).port), host: '127.0.0.1' }));
});

test('reports a port in use with a message', async () => {
  const port = await open();
  const taken = Number(new URL(port.address).port);
  await expect(openPort({ port: taken, host: '127.0.0.1' })).rejects.toThrow(`Port ${taken} is taken by another program`);
  await expect(openPort({ port: 0, host: '192.0.2.1' })).rejects.toThrow('HOST 192.0.2.1 is no address of this machine.');
});
