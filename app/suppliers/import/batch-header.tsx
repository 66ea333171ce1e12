import { m } from '~/paraglide/messages';
import { LinkButton } from '~/ui/button';
import { PageHeader } from '~/ui/page-header';
import { Stepper } from '~/ui/stepper';
import type { BatchStep } from './batch-page.server';
import type { BatchMapping, Detected } from './schema';

/** The title of an import and its steps; a list that is imported in two screens has none. */
export function BatchHeader({
  batch,
  step,
  questions,
  suppliers,
}: {
  batch: {
    id: string;
    status: string;
    file: { fileName: string };
    detected: Pick<Detected, 'sheetName' | 'headerRow'> | null;
    mapping: Pick<BatchMapping, 'isConfirmed'> | null;
  };
  step: BatchStep;
  questions: number;
  /** The address of the list of suppliers. */
  suppliers: string;
}) {
  const { detected, mapping } = batch;
  const here = `${suppliers}/import/${batch.id}`;
  const isOpen = batch.status === 'staged';
  const isQuick = step === 'grid' || (step === 'done' && mapping?.isConfirmed === false);
  const current = {
    grid: 'columns',
    columns: 'columns',
    clean: 'clean',
    values: 'clean',
    check: isOpen ? 'check' : 'done',
    writing: 'write',
    done: 'done',
    reading: 'file',
    refused: 'file',
    'given-up': 'file',
    undo: 'done',
    undoing: 'done',
    undone: 'done',
    stopped: batch.status === 'accepted' ? 'write' : 'file',
  }[step];
  return (
    <>
      <PageHeader
        title={step === 'grid' ? m.import_title() : batch.file.fileName}
        meta={step === 'grid' && <FileLine file={batch.file.fileName} detected={detected} />}
        breadcrumbs={[
          { label: m.suppliers_list_title(), to: suppliers },
          { label: m.import_title(), to: `${suppliers}/import` },
          { label: batch.file.fileName },
        ]}
        actions={
          step === 'grid' && (
            <>
              <LinkButton to={`${here}?step=columns`} variant="quiet">
                {m.import_grid_detailed()}
              </LinkButton>
              <LinkButton to={`${suppliers}/import`}>{m.import_other_file()}</LinkButton>
            </>
          )
        }
      />
      {!isQuick && (
        <Stepper
          label={m.import_steps()}
          current={current}
          steps={[
            { key: 'file', label: m.import_step_file(), to: `${suppliers}/import` },
            { key: 'columns', label: m.import_step_columns(), ...(isOpen ? { to: `${here}?step=columns` } : {}) },
            { key: 'clean', label: m.import_cleaning_step(), ...(isOpen ? { to: `${here}?step=clean` } : {}) },
            { key: 'match', label: m.match_step(), ...(isOpen && questions > 0 ? { to: `${here}/match` } : {}) },
            { key: 'check', label: m.import_step_check(), ...(isOpen ? { to: `${here}?step=check` } : {}) },
            { key: 'write', label: m.import_step_write() },
            { key: 'done', label: m.import_step_done() },
          ]}
        />
      )}
    </>
  );
}

function FileLine({ file, detected }: { file: string; detected: Pick<Detected, 'sheetName' | 'headerRow'> | null }) {
  const parts = [
    file,
    ...(detected?.sheetName ? [m.import_grid_sheet({ name: detected.sheetName })] : []),
    ...(detected && detected.headerRow > 1 ? [m.import_grid_header_row({ row: detected.headerRow })] : []),
  ];
  return <span className="text-muted">{parts.join(' · ')}</span>;
}
