import { type FormProps, Form as RemixForm, useRouteLoaderData } from '@remix-run/react';
import { forwardRef } from 'react';

/** The key that this drawing of the page gives to its forms; undefined where the page has no root. */
function useFormKey(): string | undefined {
  const root: unknown = useRouteLoaderData('root');
  return typeof root === 'object' && root !== null && 'formKey' in root && typeof root.formKey === 'string' ? root.formKey : undefined;
}

/**
 * A form of a page. One that is posted carries the key that it was drawn with: sent twice, by a double click or a reload, it makes one record (app/access, "A form that is sent twice").
 */
export const Form = forwardRef<HTMLFormElement, FormProps>(function Form({ children, ...props }, ref) {
  const key = useFormKey();
  return (
    <RemixForm {...props} ref={ref}>
      {props.method === 'post' && key !== undefined && <input type="hidden" name="formKey" value={key} />}
      {children}
    </RemixForm>
  );
});
