import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { SelectOrCombobox } from '~/ui/combobox/select-or-combobox';
import { Checkbox, Field } from '~/ui/field';
import { Form } from '~/ui/form';
import { ErrorSummary } from '~/ui/form-errors';
import { checkboxOf, fieldOf, type FormFailure } from '~/ui/form-values';
import { Notice } from '~/ui/notice';
import { Section } from '~/ui/page-header';
import { Select } from '~/ui/select';
import { notificationKinds } from './notification-events';
import { deliveries, type NotificationSettings } from './notification-settings';
import { deliveryLabel, kindLabel } from './notification-labels';

const hours = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: `${String(hour).padStart(2, '0')}:00` }));

/** How a member wants to be notified: for each kind, by email or not, and when. */
export function SettingsForm({
  settings,
  zones,
  canMail,
  failure,
}: {
  settings: NotificationSettings;
  zones: readonly string[];
  canMail: boolean;
  failure: FormFailure | null;
}) {
  const options = deliveries.map((delivery) => ({ value: delivery, label: deliveryLabel(delivery) }));
  return (
    <Form method="post" className="max-w-3xl">
      <ErrorSummary errors={failure?.errors} />
      {!canMail && <Notice tone="info">{m.notifications_settings_no_mail()}</Notice>}
      <Section title={m.notifications_settings_delivery()}>
        <div className="grid gap-3 sm:grid-cols-2">
          {notificationKinds.map((kind) => (
            <Select
              key={kind}
              {...fieldOf(failure, `delivery-${kind}`, settings.deliveries[kind])}
              label={kindLabel(kind)}
              options={options}
            />
          ))}
        </div>
      </Section>
      <Section title={m.notifications_settings_email()}>
        <Checkbox
          {...checkboxOf(failure, 'isMailOff', settings.isMailOff)}
          id="field-isMailOff"
          label={m.notifications_settings_mail_off()}
          hint={m.notifications_settings_mail_off_hint()}
        />
      </Section>
      <Section title={m.notifications_settings_times()} lead={m.notifications_settings_quiet_hint()}>
        <div className="grid gap-3 sm:grid-cols-2">
          <Field
            {...fieldOf(failure, 'quietFrom', settings.quietFrom)}
            type="time"
            label={m.notifications_settings_quiet_from()}
            optional
          />
          <Field
            {...fieldOf(failure, 'quietUntil', settings.quietUntil)}
            type="time"
            label={m.notifications_settings_quiet_until()}
            optional
          />
          <SelectOrCombobox
            {...fieldOf(failure, 'timeZone', settings.timeZone)}
            label={m.notifications_settings_zone()}
            options={zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
          />
          <Select {...fieldOf(failure, 'digestHour', settings.digestHour)} label={m.notifications_settings_digest_hour()} options={hours} />
        </div>
        <Button name="intent" value="save" variant="primary" className="mt-4">
          {m.notifications_settings_save()}
        </Button>
      </Section>
    </Form>
  );
}
