import { useNavigation } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { DataTable } from '~/ui/data-table';
import { Form } from '~/ui/form';
import { habitChoices } from './pipeline/habits';
import { habitName } from './repair-words';
import type { BatchCounts } from './schema';

/** How each column is written, as read from its values, and the choice of another reading. */
export function HabitForm({ habits, headers }: { habits: BatchCounts['habits']; headers: readonly string[] }) {
  const { state, formData } = useNavigation();
  return (
    <Form method="post" preventScrollReset className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <input type="hidden" name="intent" value="habits" />
      <DataTable
        caption={m.import_cleaning_habits_caption()}
        rows={habits}
        rowKey={({ column }) => String(column)}
        columns={[
          {
            key: 'column',
            header: m.import_cleaning_column_column(),
            isRowHeader: true,
            wraps: true,
            cell: ({ column }) => headers[column],
          },
          {
            key: 'habit',
            header: m.import_cleaning_column_habit(),
            wraps: true,
            cell: ({ column, kind, value, isChosen, isSure }) => (
              <>
                <select
                  key={value}
                  name={`habit-${column}`}
                  aria-label={m.import_cleaning_habit_of({ header: headers[column] ?? '' })}
                  defaultValue={isChosen ? value : ''}
                  className="control min-w-40 max-w-110"
                >
                  <option value="">
                    {isChosen ? m.import_cleaning_habit_as_read() : m.import_cleaning_habit_read({ habit: habitName(value) })}
                  </option>
                  {habitChoices[kind].map((choice) => (
                    <option key={choice} value={choice}>
                      {habitName(choice)}
                    </option>
                  ))}
                </select>
                <span className="block text-xs text-muted">
                  {isChosen ? m.import_cleaning_sure_chosen() : isSure ? m.import_cleaning_sure_values() : m.import_cleaning_sure_not()}
                </span>
              </>
            ),
          },
        ]}
      />
      <div>
        <Button busy={state !== 'idle' && formData?.get('intent') === 'habits'}>{m.import_cleaning_habits_save()}</Button>
      </div>
    </Form>
  );
}
