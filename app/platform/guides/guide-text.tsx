import { Link } from '@remix-run/react';
import { Fragment, type ReactNode } from 'react';
import { Notice } from '~/ui/notice';
import { ScrollRegion } from '~/ui/scroll-region';
import { guideAddress } from './guide-address';
import type { Block } from './parse-guide';
import { type Inline, textOf } from './parse-inline';

/** The text of a guide. Written in English, whatever the language of the interface. */
export function GuideText({ blocks, folder }: { blocks: readonly Block[]; folder: string }) {
  return (
    <div lang="en" dir="ltr" className="grid gap-4">
      {keyed(blocks).map(([key, block]) => (
        <BlockView key={key} block={block} folder={folder} />
      ))}
    </div>
  );
}

/** The pieces of a text never change: their place is their key. */
const keyed = <Each,>(all: readonly Each[]) => all.map((each, at) => [String(at), each] as const);

function BlockView({ block, folder }: { block: Block; folder: string }) {
  const text = (content: readonly Inline[]) => <InlineView content={content} folder={folder} />;
  switch (block.kind) {
    case 'heading': {
      const Heading = block.level === 2 ? 'h2' : 'h3';
      return (
        <Heading id={block.id} className="mt-3 scroll-mt-16">
          {text(block.content)}
        </Heading>
      );
    }
    case 'paragraph':
      return <p className="max-w-prose">{text(block.content)}</p>;
    case 'picture':
      return (
        <img src={`/guides/pictures/${block.name}`} alt={block.alt} loading="lazy" className="max-w-full rounded border border-line" />
      );
    case 'list': {
      const List = block.isOrdered ? 'ol' : 'ul';
      return (
        <List className={`grid max-w-prose gap-1 ps-6 ${block.isOrdered ? 'list-decimal' : 'list-disc'}`}>
          {keyed(block.items).map(([key, item]) => (
            <li key={key}>{text(item)}</li>
          ))}
        </List>
      );
    }
    case 'table':
      return <TableView {...block} text={text} />;
    case 'code':
      return <pre className="overflow-x-auto rounded border border-line bg-sunken p-3">{block.text}</pre>;
    case 'notice':
      return (
        <Notice tone="warning" title={block.title}>
          <GuideText blocks={block.blocks} folder={folder} />
        </Notice>
      );
  }
}

function TableView({ head, rows, text }: { head: Inline[][]; rows: Inline[][][]; text: (content: readonly Inline[]) => ReactNode }) {
  return (
    <ScrollRegion label={head.map(textOf).join(', ')}>
      <table className="w-full text-start">
        <thead>
          <tr>
            {keyed(head).map(([key, cell]) => (
              <th key={key} scope="col" className="border-b border-line py-1.5 pe-4 text-start align-bottom">
                {text(cell)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {keyed(rows).map(([key, row]) => (
            <tr key={key}>
              {keyed(row).map(([at, cell]) => (
                <td key={at} className="min-w-40 border-b border-line py-1.5 pe-4 align-top">
                  {text(cell)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function InlineView({ content, folder }: { content: readonly Inline[]; folder: string }): ReactNode {
  return keyed(content).map(([key, each]) => <Fragment key={key}>{inlineOf(each, folder)}</Fragment>);
}

function inlineOf(each: Inline, folder: string): ReactNode {
  if (typeof each === 'string') return each;
  if (each.kind === 'code') return <code>{each.text}</code>;
  const inside = <InlineView content={each.content} folder={folder} />;
  if (each.kind !== 'link') return each.kind === 'strong' ? <strong>{inside}</strong> : <em>{inside}</em>;
  const to = guideAddress(each.to, folder);
  return to === null ? inside : <Link to={to}>{inside}</Link>;
}
