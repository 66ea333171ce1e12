import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { Notice } from '~/ui/notice';

/** These pages use method 2, which the scores of suppliers do not use yet. Take this away when they do. */
export function MethodTwoNotice() {
  return (
    <div className="mb-6">
      <Notice>
        {m.country_method_two()} <Link to="/methodology">{m.shell_nav_method()}</Link>
      </Notice>
    </div>
  );
}
