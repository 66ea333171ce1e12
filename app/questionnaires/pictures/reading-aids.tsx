import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Icon } from '~/ui/icon';
import { QuestionPicture } from './question-picture';

/** The two switches above a section: hidden until the page's script can offer them. */
export function AidSwitches() {
  return (
    <p data-aids hidden className="mb-2 flex flex-wrap gap-2" data-print="none">
      <Button type="button" data-aid="pictures" aria-pressed="false" hidden size="lg">
        {m.respondent_aid_pictures()}
      </Button>
      <Button type="button" data-aid="sound" aria-pressed="false" hidden size="lg">
        {m.respondent_aid_sound()}
      </Button>
    </p>
  );
}

/** The picture of a question and the button that reads it aloud, both off, at the end of the first lines: the text runs around them, so they take little height. */
export function QuestionAids({ picture }: { picture: string | null }) {
  return (
    <div className="float-end ms-3 -mt-1 flex items-start gap-2 sm:mt-0">
      {picture !== null && (
        <div data-picture-of={picture} hidden>
          <QuestionPicture picture={picture} />
        </div>
      )}
      <Button type="button" data-listen="" hidden size="md" className="min-h-11 min-w-11" aria-label={m.respondent_listen()}>
        <Icon name="listen" className="size-5" />
      </Button>
    </div>
  );
}
