import { describe, expect, it } from 'vitest';
import { PageBody } from './page-body.server';

async function pieces(stream: ReadableStream<Uint8Array>): Promise<string[]> {
  const read: string[] = [];
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return read;
    read.push(Buffer.from(value).toString());
  }
}

describe('PageBody', () => {
  it('sends data up to a flush as one piece, and the rest at the end', async () => {
    const body = new PageBody(() => {});
    body.write('a');
    body.write(Buffer.from('b'));
    body.flush();
    body.flush();
    body.write('c');
    body.end('d');
    expect(await pieces(body.stream)).toEqual(['ab', 'cd']);
  });

  it('lets the scripts of the page sleep until it is painted, and changes no other byte', async () => {
    const body = new PageBody(() => {});
    body.write('<p>é</p><link rel="module');
    body.write('preload" href="/a.js"/><link rel="stylesheet" href="/a.css"/>');
    body.write('<script nonce="n" type="module" async="">import "/a.js"</script><script type="module" src="/b.js"></script>');
    body.end();
    expect(await pieces(body.stream)).toEqual([
      '<p>é</p><link rel="later" href="/a.js"/><link rel="stylesheet" href="/a.css"/>' +
        '<script nonce="n" type="text/later" async="">import "/a.js"</script><script type="module" src="/b.js"></script>',
    ]);
  });

  it('reports when the reader disconnects, and accepts further writing without error', async () => {
    let left = 0;
    const body = new PageBody(() => left++);
    body.write('a');
    body.flush();
    await body.stream.cancel();
    body.write('b');
    body.flush();
    body.end();
    await new Promise((resolve) => body.once('close', resolve));
    expect(left).toBe(1);
  });

  it('passes an error on to the reader', async () => {
    const body = new PageBody(() => {});
    body.on('error', () => {});
    body.destroy(new Error('broken'));
    await expect(pieces(body.stream)).rejects.toThrow('broken');
  });
});
