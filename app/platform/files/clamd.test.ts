import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { scanStream } from './clamd.server';

const closers: (() => void)[] = [];
afterAll(() => {
  for (const close of closers) close();
});

/** A clamd that accepts data and replies with `answer`, given the received bytes. */
async function fakeClamd(answer: (socket: net.Socket, bytes: Buffer) => void): Promise<string> {
  const server = net.createServer((socket) => {
    let received: Buffer = Buffer.alloc(0);
    socket.on('error', () => {});
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk]);
      answer(socket, received);
    });
  });
  closers.push(() => server.close());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return `tcp://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
}
const isWhole = (bytes: Buffer) => bytes.subarray(0, 10).toString() === 'zINSTREAM\0' && bytes.subarray(-4).equals(Buffer.alloc(4));
const scan = (url: string, bytes = Buffer.alloc(300_000, 7)) => scanStream(Readable.from([bytes]), url);

test('sends the stream in parts with their lengths, and reads the verdict', async () => {
  let got: Buffer = Buffer.alloc(0);
  const url = await fakeClamd((socket, bytes) => {
    if (!isWhole(bytes)) return;
    got = bytes;
    socket.end('stream: OK\0');
  });
  expect(await scan(url, Buffer.from('payroll'))).toEqual({ kind: 'clean' });
  expect(got.subarray(10)).toEqual(Buffer.concat([Buffer.from([0, 0, 0, 7]), Buffer.from('payroll'), Buffer.alloc(4)]));
  const infected = await fakeClamd((socket, bytes) => isWhole(bytes) && socket.end('stream: Win.Test.EICAR_HDB-1 FOUND\0'));
  expect(await scan(infected)).toEqual({ kind: 'infected', signature: 'Win.Test.EICAR_HDB-1' });
});

test('a scanner that rejects, disconnects, returns invalid data or is unavailable is a failure, never a clean file', async () => {
  const tooLarge = await fakeClamd((socket) => socket.end('INSTREAM size limit exceeded. ERROR\0'));
  expect(await scan(tooLarge, Buffer.alloc(3_000_000))).toEqual({ kind: 'failed', reason: 'INSTREAM size limit exceeded. ERROR' });
  const hangsUp = await fakeClamd((socket) => socket.destroy());
  expect((await scan(hangsUp)).kind).toBe('failed');
  const silent = await fakeClamd((socket, bytes) => isWhole(bytes) && socket.end());
  expect(await scan(silent)).toMatchObject({ kind: 'failed' });
  const nonsense = await fakeClamd((socket, bytes) => isWhole(bytes) && socket.end('stream: OK FOUND OK\0'));
  expect((await scan(nonsense)).kind).toBe('failed');
  expect((await scan('tcp://127.0.0.1:1')).kind).toBe('failed');
  expect((await scan('unix:/nowhere/clamd.ctl')).kind).toBe('failed');
});

/** Debian’s clamd where it is installed, with one signature of our own: its own ones come from a network that may be closed. */
const clamd = ['/usr/sbin/clamd', '/usr/local/sbin/clamd'].find((program) => existsSync(program));
const marker = 'MANUMIT-TEST-OF-A-VIRUS-SCANNER-THAT-HARMS-NOBODY';

describe.skipIf(!clamd)('a real clamd (skipped where the package clamav-daemon is not installed)', () => {
  let url: string;
  beforeAll(async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'manumit-clamd-'));
    chmodSync(folder, 0o755);
    writeFileSync(path.join(folder, 'local.ndb'), `Manumit.Test:0:*:${Buffer.from(marker).toString('hex')}\n`);
    const socket = path.join(folder, 'clamd.ctl');
    const user = process.getuid?.() === 0 ? 'User root\n' : '';
    writeFileSync(
      path.join(folder, 'clamd.conf'),
      `LocalSocket ${socket}\nDatabaseDirectory ${folder}\nForeground yes\nOfficialDatabaseOnly no\nStreamMaxLength 55M\n${user}`,
    );
    const server = spawn(clamd ?? '', ['--config-file', path.join(folder, 'clamd.conf')], { stdio: 'ignore' });
    closers.push(() => {
      server.kill();
      rmSync(folder, { recursive: true, force: true });
    });
    url = `unix:${socket}`;
    for (let tries = 0; tries < 300 && !existsSync(socket); tries++) await new Promise((resolve) => setTimeout(resolve, 100));
  });

  test('finds the file with the signature, and nothing in one without', async () => {
    expect(execFileSync(clamd ?? '', ['--version']).toString()).toContain('ClamAV');
    expect(await scan(url, Buffer.from('an ordinary contract'))).toEqual({ kind: 'clean' });
    expect(await scan(url, Buffer.from(`before ${marker} after`))).toEqual({ kind: 'infected', signature: 'Manumit.Test.UNOFFICIAL' });
    expect(await scan(url, Buffer.alloc(30_000_000, 1))).toEqual({ kind: 'clean' });
  });
});
