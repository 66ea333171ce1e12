import type { SerializeFrom } from '@remix-run/node';
import type { DelphiTotal, SignState, SignWeight } from '#scoring';
import { m } from '~/paraglide/messages';
import { DataTable } from '~/ui/data-table';
import { Notice } from '~/ui/notice';
import { Section } from '~/ui/page-header';
import { verificationLabel } from '~/questionnaires/responses/question-marks';
import { QuestionLinks } from '~/questionnaires/responses/question-links';
import type { ResponseResult } from './read-result.server';
import { totalLabel } from '~/audits/conclusion/screening-labels';

type Result = SerializeFrom<ResponseResult>;
type Operational = Extract<Result, { kind: 'operational' }>;
type Eleven = Extract<Result, { kind: 'eleven' }>;

const states = {
  present: m.screening_state_present,
  absent: m.screening_state_absent,
  unknown: m.screening_state_unknown,
} satisfies Record<SignState, () => string>;
const weights = {
  strong: m.templates_strength_strong,
  medium: m.templates_strength_medium,
  weak: m.templates_strength_weak,
} satisfies Record<SignWeight, () => string>;
const grave: DelphiTotal[] = ['forced-labour', 'trafficking-for-forced-labour', 'child-trafficking'];

/** The result of the operational indicators (R13): both readings as text, then by dimension, then what would decide it. */
export function OperationalResult({ result, here }: { result: Operational; here: string }) {
  const { lower, upper, status, kinds, dimensions, collect } = result;
  const isPresent = dimensions.some(({ present }) => present.length > 0);
  return (
    <Section title={m.screening_title()} lead={m.screening_lead()} id="result">
      <Notice tone={grave.includes(lower) ? 'danger' : grave.includes(upper) || status === 'inconclusive' ? 'warning' : 'info'}>
        {status === 'settled' ? (
          <p>
            <strong className="font-semibold">{totalLabel(lower)}</strong> {m.screening_settled()}
          </p>
        ) : (
          <>
            <p>
              {m.screening_lower()} <strong className="font-semibold">{totalLabel(lower)}</strong>
            </p>
            <p>
              {m.screening_upper()} <strong className="font-semibold">{totalLabel(upper)}</strong>
            </p>
          </>
        )}
        {result.isReinforced && <p>{m.screening_reinforced()}</p>}
      </Notice>
      <p className="my-3 max-w-prose text-muted">
        {result.list === 'children' ? m.screening_list_children() : m.screening_list_adults()}{' '}
        {isPresent && (kinds.length > 1 ? m.screening_kinds({ kinds: kinds.map(verificationLabel).join(', ') }) : m.screening_kinds_few())}
      </p>
      <DataTable
        caption={m.screening_dimensions()}
        isCaptionShown
        rows={dimensions}
        rowKey={(dimension) => dimension.code}
        columns={[
          { key: 'dimension', header: m.screening_dimension(), wraps: true, cell: ({ code, title }) => `${code} · ${title}` },
          { key: 'reading', header: m.screening_reading(), wraps: true, cell: (dimension) => readingOf(dimension) },
          {
            key: 'counts',
            header: m.screening_present(),
            wraps: true,
            cell: ({ counts }) => m.screening_counts({ strong: counts.strong, medium: counts.medium, weak: counts.weak }),
          },
          { key: 'unknown', header: m.screening_unknown(), align: 'end', cell: (dimension) => dimension.unknown },
          {
            key: 'signs',
            header: m.screening_signs(),
            wraps: true,
            cell: ({ present, unconfirmed }) => (
              <>
                {present.length > 0 ? <QuestionLinks questions={present} here={here} /> : '—'}
                {unconfirmed > 0 && <p className="text-muted">{m.screening_unconfirmed()}</p>}
              </>
            ),
          },
        ]}
      />
      {status === 'inconclusive' && (
        <div className="mt-6 max-w-prose">
          <h3 className="font-semibold">{m.screening_collect()}</h3>
          <p className="mb-2 text-muted">{m.screening_collect_lead()}</p>
          {result.asksAct && <p>{m.screening_collect_act()}</p>}
          <QuestionLinks questions={collect} here={here} />
        </div>
      )}
    </Section>
  );
}

function readingOf({ lower, upper }: { lower: boolean; upper: boolean }): string {
  if (lower) return m.screening_positive();
  return upper ? m.screening_open() : m.screening_negative();
}

/** What the eleven signs say (R13), one by one: there is no total. */
export function ElevenResult({ result, here }: { result: Eleven; here: string }) {
  return (
    <Section title={m.screening_title()} lead={m.screening_eleven_lead()} id="result">
      {result.present > 0 && <Notice tone="warning">{m.screening_eleven_present({ count: result.present })}</Notice>}
      {result.unknown > 0 && <p className="my-3 max-w-prose text-muted">{m.screening_eleven_unknown({ count: result.unknown })}</p>}
      <DataTable
        caption={m.screening_signs()}
        rows={result.signs}
        rowKey={(sign) => sign.key}
        columns={[
          {
            key: 'sign',
            header: m.screening_sign(),
            wraps: true,
            cell: (sign) => <QuestionLinks questions={[sign]} here={here} />,
          },
          {
            key: 'state',
            header: m.screening_reading(),
            cell: (sign) => (
              <span className={sign.state === 'present' ? 'font-semibold text-danger' : sign.state === 'unknown' ? 'text-muted' : ''}>
                {states[sign.state]()}
              </span>
            ),
          },
          {
            key: 'strength',
            header: m.screening_borrowed(),
            isWideOnly: true,
            cell: (sign) => (sign.strength ? weights[sign.strength]() : '—'),
          },
        ]}
      />
    </Section>
  );
}
