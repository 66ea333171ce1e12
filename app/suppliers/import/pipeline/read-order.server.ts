import { cleanAmount, cleanCurrency, cleanUnit, knownCurrency, knownUnit, measureOfHeader, splitMeasure } from './clean/measure';
import { cleanDate } from './clean/date';
import { cleanText } from './clean/text';
import type { Mapping } from './fields';
import type { Habits } from './habits';
import type { ImportRecord } from './record';
import type { RowCells } from './row-cells.server';
import type { RowReading } from './row-reading.server';

type Order = NonNullable<ImportRecord['order']>;

/**
 * What a row orders or delivers: its number, day, volumes and value; null where it says none of these. A volume takes its unit from its own cell,
 * else from the column of units, its header, or the one chosen for all rows; a value its currency likewise. An amount without one keeps it
 * unknown. Of two columns in one unit the first counts: ordered and delivered pieces are the same goods.
 */
export function readOrder(
  read: RowReading,
  cellsOf: RowCells['cellsOf'],
  { habits, defaults }: { habits: Habits; defaults: Mapping['defaults'] },
): Order | null {
  const number = read.one('orderNumber', (cell) => cleanText(cell, 100));
  const date = read.one('orderDate', (cell, column) => cleanDate(cell, habits.dates.get(column) ?? { order: null }));
  const volumes = new Map<string, Order['volumes'][number]>();
  const cells = cellsOf.get('volume') ?? [];
  const stated = read.one('volumeUnit', cleanUnit);
  const amounts = read.numbers('volume', cleanAmount);
  cells.forEach((cell, at) => {
    const amount = amounts[at] ?? null;
    if (amount === null) return;
    const beside = splitMeasure(cell.text).beside;
    // A column of units belongs to the first volume; the others say theirs.
    const unit =
      (beside === '' ? null : cleanUnit(beside).value) ??
      measureOfHeader(cell.header, knownUnit) ??
      (at === 0 ? (stated ?? defaults.unit ?? null) : null);
    if (!volumes.has(unit ?? '')) volumes.set(unit ?? '', { amount, unit });
  });
  const valueCell = cellsOf.get('orderValue')?.[0];
  const value = read.number('orderValue', cleanAmount);
  const beside = valueCell ? splitMeasure(valueCell.text).beside : '';
  const currencyStated = read.one('currency', cleanCurrency);
  const currency =
    value === null || !valueCell
      ? null
      : (knownCurrency(beside) ?? currencyStated ?? measureOfHeader(valueCell.header, knownCurrency) ?? defaults.currency ?? null);
  if (number === null && date === null && volumes.size === 0 && value === null) return null;
  return { number, date, volumes: [...volumes.values()], value: value === null ? null : { amount: value, currency } };
}
