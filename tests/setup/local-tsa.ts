import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Files made with OpenSSL in a folder of their own. */
export class OpenSsl {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'manumit-openssl-'));
  file = (name: string): string => path.join(this.folder, name);
  run(...args: string[]): void {
    execFileSync('openssl', args, { cwd: this.folder, stdio: ['ignore', 'ignore', 'pipe'] });
  }
  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** A PKCS #12 file with a key and a certificate. `algorithm`: as for `-newkey`; `extensions`: of the certificate. */
  pkcs12(
    name: string,
    {
      subject,
      password,
      algorithm = ['rsa:2048'],
      extensions = ['keyUsage=critical,digitalSignature,nonRepudiation'],
      days = '365',
      more = [],
    }: {
      subject: string;
      password: string;
      algorithm?: string[];
      extensions?: string[];
      days?: string;
      more?: string[];
    },
  ): Buffer {
    const added = ['basicConstraints=critical,CA:FALSE', ...extensions].flatMap((each) => ['-addext', each]);
    this.run(
      ...['req', '-x509', '-newkey', ...algorithm, '-nodes', '-keyout', `${name}.key`, '-out', `${name}.pem`],
      ...['-days', days, '-subj', `/CN=${subject}`, '-utf8', ...added],
    );
    this.run(
      'pkcs12',
      '-export',
      '-inkey',
      `${name}.key`,
      '-in',
      `${name}.pem`,
      '-out',
      `${name}.p12`,
      '-passout',
      `pass:${password}`,
      ...more,
    );
    return readFileSync(this.file(`${name}.p12`));
  }
}

export type TimestampService = {
  url: string;
  requests: () => number;
  answer: (how: 'stamp' | 'refuse' | 'garbage' | 'flood') => void;
  stop: () => Promise<void>;
};

/** A time stamp service (RFC 3161) on this machine: OpenSSL answers. */
export async function startTimestampService(): Promise<TimestampService> {
  const tools = new OpenSsl();
  tools.pkcs12('tsa', { subject: 'Test time stamp service', password: 'x', extensions: ['extendedKeyUsage=critical,timeStamping'] });
  writeFileSync(
    tools.file('tsa.cnf'),
    ['[tsa]', 'default_tsa = own', '[own]', `serial = ${tools.file('serial')}`, 'signer_digest = sha256', 'default_policy = 1.2.3.4.1']
      .concat(['digests = sha256', 'ordering = yes', 'tsa_name = yes', 'ess_cert_id_chain = no', 'ess_cert_id_alg = sha256'])
      .join('\n'),
  );
  writeFileSync(tools.file('serial'), '01');
  let [asked, how]: [number, 'stamp' | 'refuse' | 'garbage' | 'flood'] = [0, 'stamp'];
  const server = createServer(async (request, response) => {
    asked += 1;
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(Buffer.from(piece));
    if (how === 'refuse') return response.writeHead(503).end();
    if (how === 'garbage') return response.end('no stamp');
    if (how === 'flood') return response.end(Buffer.alloc(1024 * 1024));
    writeFileSync(tools.file('query.tsq'), Buffer.concat(pieces));
    tools.run(
      ...['ts', '-reply', '-config', 'tsa.cnf', '-queryfile', 'query.tsq', '-signer', 'tsa.pem', '-inkey', 'tsa.key', '-out', 'reply.tsr'],
    );
    response.setHeader('content-type', 'application/timestamp-reply').end(readFileSync(tools.file('reply.tsr')));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/tsr`,
    requests: () => asked,
    answer: (next) => {
      how = next;
    },
    stop: async () => {
      await new Promise((done) => server.close(done));
      tools.remove();
    },
  };
}
