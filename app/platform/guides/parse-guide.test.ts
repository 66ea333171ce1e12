import { describe, expect, it, test } from 'vitest';
import { guideAddress } from './guide-address';
import { type Block, parseGuide } from './parse-guide';
import { type Inline, textOf } from './parse-inline';
import { guideAddresses, readGuide, readGuidePicture } from './read-guide.server';

const contentsOf = (block: Block): Inline[][] => {
  if (block.kind === 'list') return block.items;
  if (block.kind === 'table') return [...block.head, ...block.rows.flat()];
  if (block.kind === 'notice') return block.blocks.flatMap(contentsOf);
  return 'content' in block ? [block.content] : [];
};
const linksOf = (content: Inline[]): string[] =>
  content.flatMap((each) =>
    typeof each === 'string' || each.kind === 'code' ? [] : [...(each.kind === 'link' ? [each.to] : []), ...linksOf(each.content)],
  );

it('reads headings, lists, tables, pictures and notices', () => {
  const text =
    '# A\n\none\ntwo\n\n1. x\n2. **y**\n\n| a | b |\n| --- | --- |\n| 1 | [z](z.md) |\n\n![alt](/pictures/p.webp)\n\n::: warning Take care\ntext\n:::\n';
  expect(parseGuide(text)).toEqual([
    { kind: 'heading', level: 1, id: 'a', content: ['A'] },
    { kind: 'paragraph', content: ['one two'] },
    { kind: 'list', isOrdered: true, items: [['x'], [{ kind: 'strong', content: ['y'] }]] },
    { kind: 'table', head: [['a'], ['b']], rows: [[['1'], [{ kind: 'link', to: 'z.md', content: ['z'] }]]] },
    { kind: 'picture', name: 'p.webp', alt: 'alt' },
    { kind: 'notice', title: 'Take care', blocks: [{ kind: 'paragraph', content: ['text'] }] },
  ]);
});

it.each([
  ['read-a-score.md', 'guides/compliance-manager/', '/guides/compliance-manager/read-a-score'],
  ['../auditor/verify-a-report.md', 'guides/lender/', '/guides/auditor/verify-a-report'],
  ['guides/lender/index.md', '', '/guides/lender'],
  ['administration.md#install', '', '/guides/administration#install'],
  ['glossary.md', '', '/glossary'],
  ['architecture.md', '', null],
  ['../server/README.md', '', null],
  ['https://example.org/a', '', 'https://example.org/a'],
])('the link %s of a page in %s leads to %s', (to, folder, address) => {
  expect(guideAddress(to, folder)).toBe(address);
});

describe('every page', () => {
  test.each(guideAddresses())('“%s” shows no mark of its source, and links and pictures that exist', (address) => {
    const guide = readGuide(address);
    if (!guide) throw new Error(address);
    const contents = guide.blocks.flatMap(contentsOf);
    expect(contents.map(textOf).filter((text) => /\*\*|\]\(|^\||^#|`/.test(text))).toEqual([]);
    const present = guideAddresses().map((each) => `/guides/${each}`.replace(/\/$/, ''));
    const led = contents.flatMap(linksOf).flatMap((to) => guideAddress(to, guide.folder)?.split('#')[0] ?? []);
    expect(led.filter((to) => to.startsWith('/guides') && !present.includes(to))).toEqual([]);
    const pictures = guide.blocks.flatMap((block) => (block.kind === 'picture' ? [block.name] : []));
    expect(pictures.filter((name) => readGuidePicture(name) === null)).toEqual([]);
  });

  test.each(['../architecture', 'architecture', 'compliance-manager/../../method', 'toString'])('there is none at “%s”', (address) => {
    expect(readGuide(address)).toBeNull();
    expect(readGuidePicture(address)).toBeNull();
  });
});
