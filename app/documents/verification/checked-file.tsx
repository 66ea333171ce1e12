import { m } from '~/paraglide/messages';
import { Notice, type Tone } from '~/ui/notice';
import type { FileChecked } from './file-checked';
import { fileStatements, type Statement } from './file-statements';
import { type IssuedReport, issuedReportSchema } from './issued-report';
import { judgeFile } from './judge-file';
import { RegistryEntry } from './registry-entry';

const tones = { good: 'success', bad: 'danger', open: 'warning', note: 'info' } satisfies Record<Statement['tone'], Tone>;

/** What was found in a file, whether it is signed first, and what the registry says of its report. `issued`: null where the registry has no report of its hash. */
export function CheckedFile({ checked, issued: given }: { checked: FileChecked; issued: unknown }) {
  if (checked.kind === 'no-report')
    return (
      <Notice tone="warning" isLive>
        {m.signing_verify_none()}
      </Notice>
    );
  const issued: IssuedReport | null = issuedReportSchema.nullable().parse(given);
  const statements = fileStatements(checked, judgeFile(checked, { issued }), { issued });
  return (
    <div className="mt-6 grid grid-cols-1 gap-3">
      {statements.map(({ tone, title, lines }) => (
        <Notice key={title} tone={tones[tone]} title={title} isLive>
          {lines.length > 0 && (
            <ul className="grid grid-cols-1 gap-1">
              {lines.map((line) => (
                <li key={line} className="wrap-anywhere">
                  {line}
                </li>
              ))}
            </ul>
          )}
        </Notice>
      ))}
      <RegistryEntry hash={checked.hash} issued={issued} />
    </div>
  );
}
