import { m } from '~/paraglide/messages';
import { getLocale } from '~/paraglide/runtime';
import { hasNamedItems, inOrder, isCompared, partName, valueLabel } from './value-labels';

/** A figure as it is, to six decimals. */
export const plainNumber = (value: number): string =>
  new Intl.NumberFormat(getLocale(), { maximumFractionDigits: 6, useGrouping: false }).format(value).replace('-', '−');

/** The value of a dated number as it is: one figure, a table of named figures, or the steps of a map. */
export function ParameterValue({ id, value }: { id: string; value: unknown }) {
  if (typeof value === 'number') return <p className="text-lg font-semibold">{plainNumber(value)}</p>;
  if (Array.isArray(value) && !hasNamedItems(id)) {
    const steps = value.flatMap(readStep);
    if (steps.length === value.length) return <Steps steps={steps} />;
    return <p>{value.map(String).join(', ')}</p>;
  }
  if (typeof value !== 'object' || value === null) return <p>{valueLabel(String(value))}</p>;
  return <Parts id={id} parts={inOrder(id, Object.entries(value).flatMap(withoutWrapper))} />;
}

/** The choices of a fact are listed beside its deviation, without the generic key. */
const withoutWrapper = ([key, part]: [string, unknown]): [string, unknown][] =>
  key === 'points' && typeof part === 'object' && part !== null ? Object.entries(part) : [[key, part]];

function Parts({ id, parts }: { id: string; parts: readonly [string, unknown][] }) {
  const numbers = parts.flatMap(([key, part]) => (typeof part === 'number' && isCompared(id, key) ? [part] : []));
  const scale = { from: Math.min(0, ...numbers), to: Math.max(0, ...numbers) };
  return (
    <table className="table max-w-xl">
      <tbody>
        {parts.map(([key, part]) => {
          const name = partName(id, key);
          return (
            <tr key={key}>
              <th scope="row" className={name.isCode ? 'font-mono text-xs font-normal!' : 'font-normal!'}>
                {name.text}
              </th>
              {typeof part === 'number' ? (
                <>
                  <td className="text-end!">{plainNumber(part)}</td>
                  {numbers.length > 1 && (
                    <td className="w-2/5" aria-hidden="true">
                      {isCompared(id, key) && <Bar value={part} scale={scale} />}
                    </td>
                  )}
                </>
              ) : (
                <td colSpan={2}>
                  <ParameterValue id={id} value={part} />
                </td>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** From zero to the value, left of zero below it. */
function Bar({ value, scale }: { value: number; scale: { from: number; to: number } }) {
  const at = (each: number) => ((each - scale.from) / (scale.to - scale.from || 1)) * 100;
  return (
    <svg viewBox="0 0 100 6" preserveAspectRatio="none" className="block h-1.5 w-full rtl:-scale-x-100" aria-hidden="true">
      <rect
        x={Math.min(at(0), at(value))}
        width={Math.abs(at(value) - at(0))}
        height="6"
        className={value < 0 ? 'fill-muted' : 'fill-accent'}
      />
    </svg>
  );
}

function readStep(part: unknown): [number, number][] {
  if (!Array.isArray(part) || part.length !== 2) return [];
  const [from, to]: unknown[] = part;
  return typeof from === 'number' && typeof to === 'number' ? [[from, to]] : [];
}

/** The steps of a map from a measured value to its share, as a line and as a table. */
function Steps({ steps }: { steps: [number, number][] }) {
  return (
    <div className="flex flex-wrap items-center gap-x-8 gap-y-3">
      <table className="table w-auto!">
        <thead>
          <tr>
            <th scope="col" className="text-end!">
              {m.method_step_from()}
            </th>
            <th scope="col" className="text-end!">
              {m.method_step_to()}
            </th>
          </tr>
        </thead>
        <tbody>
          {steps.map(([from, to]) => (
            <tr key={from}>
              <td className="text-end!">{plainNumber(from)}</td>
              <td className="text-end!">{plainNumber(to)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <StepLine steps={steps} />
    </div>
  );
}

function StepLine({ steps }: { steps: [number, number][] }) {
  const width = 200;
  const height = 90;
  const [first, last] = [steps[0]?.[0] ?? 0, steps.at(-1)?.[0] ?? 1];
  const top = Math.max(...steps.map(([, to]) => to), Number.MIN_VALUE);
  const x = (from: number) => 4 + ((from - first) / (last - first || 1)) * (width - 8);
  const y = (to: number) => height - 4 - (to / top) * (height - 8);
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true" className="border-s border-b border-edge">
      <polyline
        points={steps.map(([from, to]) => `${x(from)},${y(to)}`).join(' ')}
        fill="none"
        className="stroke-accent"
        strokeWidth="1.5"
      />
      {steps.map(([from, to]) => (
        <circle key={from} cx={x(from)} cy={y(to)} r="2.5" className="fill-accent" />
      ))}
    </svg>
  );
}
