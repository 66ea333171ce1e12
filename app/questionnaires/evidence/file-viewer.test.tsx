import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from 'react-router-dom/server.js';
import { expect, test } from 'vitest';
import { EvidencePanel } from './evidence-panel';
import { FileViewer, type ViewerShown } from './file-viewer';
import { FilesPage } from './files-page';
import { OpenedFiles } from './opened-files';

async function render(element: ReactElement): Promise<string> {
  const handler = createStaticHandler([{ path: '/', element }]);
  const context = await handler.query(new Request('http://localhost/'));
  if (context instanceof Response) throw context;
  return renderToStaticMarkup(
    <StaticRouterProvider router={createStaticRouter(handler.dataRoutes, context)} context={context} hydrate={false} />,
  );
}

const file = {
  fileName: 'licence.jpg',
  mediaType: 'image/jpeg',
  sizeBytes: 2048,
  sha256: 'a'.repeat(64),
  scan: 'clean',
  scanDetail: null,
  hasPreview: true,
};
const expired = { validUntil: '2020-01-31', isExpired: true };
const item: ViewerShown['item'] = {
  id: 'e1',
  file,
  redactedFile: { ...file, fileName: 'covered.jpg' },
  isOpen: true,
  isCopyOpen: true,
  isCopy: false,
  ...expired,
  createdAt: new Date('2026-01-01T00:00:00.000Z'),
  audience: ['buyer'],
  redactedAudience: ['lender'],
  mayChange: true,
};
const viewer: ViewerShown = {
  item,
  question: { key: 'P1.Q1', text: 'Who holds the licence?' },
  path: '/files/P1.Q1',
  list: '/files',
  bytes: { base: '/bytes', mark: '.' },
  at: 1,
  of: 2,
  previous: null,
  next: 'e2',
  accept: '.pdf',
  isSaved: false,
  problem: null,
};

test('the owner of a file sees it with its copy, its expiry, and the forms to change it', async () => {
  const html = await render(<FileViewer {...viewer} />);
  for (const src of ['/bytes/e1.preview', '/bytes/e1.redacted-preview']) expect(html).toContain(`src="${src}"`);
  for (const href of ['/bytes/e1.original', '/bytes/e1.redacted', '/files/P1.Q1/e2', '/files']) expect(html).toContain(`href="${href}"`);
  expect(html).toContain('Expired on 31 Jan 2020');
  expect(html).toContain('no longer counts as evidence');
  for (const name of ['audience', 'redactedAudience', 'validUntil', 'x']) expect(html).toContain(`name="${name}"`);
});

test('a reader with access to the copy only sees that, and no form', async () => {
  const copy = { ...item, isCopy: true, redactedFile: null, audience: null, redactedAudience: [], createdAt: null, mayChange: false };
  const html = await render(<FileViewer {...viewer} item={{ ...copy, file: { ...file, fileName: 'covered.jpg' } }} />);
  expect(html).toContain('src="/bytes/e1.redacted-preview"');
  expect(html).toContain('href="/bytes/e1.redacted"');
  expect(html).toContain('You can open only the redacted copy.');
  expect(html).not.toMatch(/e1\.(preview|original)|<form|Add a newer one|licence\.jpg/);
});

test('the page of files shows what documents keep, and offers to remove only what the reader may change', async () => {
  const shown = {
    ...item,
    grade: 'document-uploaded',
    audience: ['buyer'],
    removedAt: null,
    createdAt: new Date('2026-01-01T00:00:00.000Z'),
  };
  const facts = { ...file, id: 'f', isStripped: true };
  const list = {
    files: [
      { ...shown, file: facts, redactedFile: null },
      { ...shown, id: 'e2', file: { ...facts, fileName: 'of another.pdf' }, redactedFile: null, mayChange: false },
    ],
    removed: [],
    uploads: [],
  };
  const page = { question: { key: 'P1.Q1', text: 'Who?', hint: 'A licence' }, path: '/files/P1.Q1', uploads: '/uploads', accept: '.pdf' };
  const more = { bytes: { base: '/bytes', mark: '.' as const }, removedId: null, audience: [], reply: undefined };
  const html = await render(<FilesPage {...page} {...more} list={list} mayAdd />);
  expect(html).toContain('data-uploads="/uploads"');
  expect(html).toContain('Documents (PDF, Word, Excel, OpenDocument) are stored unchanged');
  expect(html).toContain('Remove licence.jpg');
  expect(html).not.toContain('Remove of another.pdf');
  expect(html).toContain('src="/bytes/e1.thumbnail"');
});

test('in a section and among shared answers a file links to its viewer, with its thumbnail and its last day', async () => {
  const evidence = [
    { id: 'e1', grade: 'document-uploaded' as const, audience: ['auditor'], ...file, ...expired },
    { id: 'e2.redacted', grade: 'document-uploaded' as const, audience: null, ...file, fileName: 'covered.jpg', ...expired },
  ];
  const panel = await render(<EvidencePanel question={{ key: 'P1.Q1', evidence }} basePath="/a" mayAnswer mayGrade />);
  for (const href of ['/a/files/P1.Q1/e1', '/a/files/P1.Q1/e2', '/a/files/P1.Q1']) expect(panel).toContain(`href="${href}"`);
  for (const src of ['/a/evidence/e1.thumbnail', '/a/evidence/e2.redacted-thumbnail']) expect(panel).toContain(`src="${src}"`);
  expect(panel).toContain('Can open it, if they receive your answers: Audit firms');
  const row = { question: 'P1.Q1', ...file, ...expired, variant: 'redacted', access: 'open' as const };
  const opened = await render(
    <OpenedFiles
      files={[
        { ...row, id: 'e2' },
        { ...row, id: 'e3', access: 'sealed', fileName: null },
      ]}
      pages="/g/files"
      bytes="/g/files"
    />,
  );
  expect(opened).toContain('href="/g/files/P1.Q1/e2"');
  expect(opened).toContain('src="/g/files/e2.redacted-thumbnail"');
  expect(opened).not.toContain('e3');
});
