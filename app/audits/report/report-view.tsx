import { m } from '~/paraglide/messages';
import type { Arranged, Block } from '~/documents/pdf/block';
import { classNames } from '~/ui/class-names';
import { FoldedSection } from '~/ui/fold';
import { ReportBlocks, type Shown } from './report-blocks';

/** The same report as the PDF, block by block, on a page that prints well. Needs no script. `photoAt` gives the address of a photo. */
export function ReportView({
  report,
  locale,
  photoAt,
  folds,
}: {
  report: Arranged;
  locale: string;
  photoAt: (sha256: string) => string;
  /** By key of a part: what it amounts to, and whether it is open. Without it the parts that say what they amount to are folded. */
  folds?: Readonly<Record<string, { status: string; isOpen: boolean }>>;
}) {
  return (
    <article lang={locale} data-report className="grid grid-cols-1 gap-5">
      <header className="grid max-w-4xl grid-cols-1 gap-3">
        <p className="text-accent">{report.subtitle}</p>
        <h2 className="text-2xl font-semibold">
          <bdi>{report.title}</bdi>
        </h2>
        {report.watermark && <p className="w-fit border-2 border-ink px-3 py-1 font-semibold tracking-widest">{report.watermark}</p>}
        <ReportBlocks blocks={report.cover} photoAt={photoAt} />
      </header>
      {report.parts.map(({ key, title, status, isWide, blocks }) => {
        const fold = folds?.[key] ?? (status === undefined ? undefined : { status, isOpen: false });
        // A part that is printed across takes the width of the page: its tables have more columns than lines of text have space for.
        const width = isWide === true ? '' : 'max-w-4xl';
        return fold ? (
          <div key={key} className={width}>
            <FoldedSection id={`part-${key}`} title={title} level="h3" status={fold.status} isOpen={fold.isOpen}>
              <div className="grid grid-cols-1 gap-3">
                <ReportBlocks blocks={blocks} photoAt={photoAt} />
              </div>
            </FoldedSection>
          </div>
        ) : (
          <section
            key={key}
            aria-labelledby={`part-${key}`}
            className={classNames('grid grid-cols-1 gap-3 border-t-2 border-ink pt-3', width)}
          >
            <h3 id={`part-${key}`} className="text-xl font-semibold">
              {title}
            </h3>
            <OpenPart part={key} blocks={blocks} photoAt={photoAt} />
          </section>
        );
      })}
    </article>
  );
}

/** The blocks of a part that is not folded itself: below a heading that says what follows amounts to they are folded, up to the next of its level. */
function OpenPart({ part, blocks, photoAt }: { part: string; blocks: readonly Block[] } & Shown) {
  return sectionsOf(blocks).map(({ heading, blocks: own }, at) => {
    const key = `part-${part}-${at.toString()}`;
    if (heading?.status === undefined) return <ReportBlocks key={key} blocks={own} photoAt={photoAt} />;
    return (
      <FoldedSection key={key} id={key} title={heading.text} level="h4" status={heading.status}>
        <div className="grid grid-cols-1 gap-3">
          <ReportBlocks blocks={own.slice(1)} photoAt={photoAt} />
        </div>
      </FoldedSection>
    );
  });
}

type Heading = Extract<Block, { kind: 'heading' }>;

function sectionsOf(blocks: readonly Block[]): { heading: Heading | null; blocks: Block[] }[] {
  const sections: { heading: Heading | null; blocks: Block[] }[] = [];
  for (const block of blocks) {
    const heading = block.kind === 'heading' && block.level === 2 ? block : null;
    if (heading || sections.length === 0) sections.push({ heading, blocks: [] });
    sections.at(-1)?.blocks.push(block);
  }
  return sections;
}

/** The state of a report above it: print it here, or take the PDF. */
export function PrintHint() {
  return (
    <p className="text-muted" data-print="none">
      {m.audit_report_print_hint()}
    </p>
  );
}
