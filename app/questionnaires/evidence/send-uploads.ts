/**
 * What the browser does on a page that takes files: sends each in parts, goes on where it broke off when the network is back or the same file is chosen
 * again, and shows how far it is. Speaks the tus 1.0 protocol. Without it the form sends the files whole.
 */
type Unfinished = { id: string; name: string; size: number };
type Outcome = 'done' | 'refused';

const partBytes = 512 * 1024;
const tus = { 'Tus-Resumable': '1.0.0' };
const wait = (ms: number) =>
  new Promise<void>((resolve) => {
    const go = () => {
      clearTimeout(timer);
      removeEventListener('online', go);
      resolve();
    };
    const timer = setTimeout(go, ms);
    addEventListener('online', go);
  });

function encode(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}

/** Makes the forms with `data-uploads` of a page send their files in parts; each once. */
export function startUploads(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-uploads]:not([data-started])')) {
    form.dataset.started = '';
    startForm(form);
  }
}

function startForm(form: HTMLFormElement): void {
  const { uploads: endpoint = '', question = '', waiting = '', sending = '', checking = '', done = '', failed = '' } = form.dataset;
  const input = form.querySelector<HTMLInputElement>('input[type=file]');
  const list = form.querySelector('[data-upload-list]');
  const finish = form.querySelector<HTMLElement>('[data-upload-finish]');
  const unfinished: Unfinished[] = JSON.parse(form.dataset.unfinished ?? '[]');
  let isBusy = false;

  const send = async (file: File, show: (text: string, bytes: number) => void): Promise<[Outcome, string]> => {
    let url: string | null = null;
    let offset: number | null = null;
    const known = unfinished.find(({ name, size }) => name === file.name && size === file.size);
    if (known) url = `${endpoint}/${known.id}`;
    for (let pause = 1_000; ; pause = Math.min(pause * 2, 15_000)) {
      try {
        if (url === null) {
          const data = new FormData(form);
          const audience = data.getAll('audience').join(',');
          const metadata = Object.entries({
            filename: file.name,
            filetype: file.type,
            question,
            audience,
            validUntil: data.get('validUntil')?.toString(),
          });
          const created = await fetch(endpoint, {
            method: 'POST',
            headers: {
              ...tus,
              'Upload-Length': String(file.size),
              'Upload-Metadata': metadata.map(([key, value]) => (value ? `${key} ${encode(value)}` : key)).join(','),
            },
          });
          if (created.status === 201) url = created.headers.get('Location');
          else if (created.status < 500) return ['refused', await created.text()];
          else throw new Error();
          offset = 0;
        }
        if (offset === null && url !== null) {
          const asked: Response = await fetch(url, { method: 'HEAD', headers: tus });
          if (asked.status === 404 || asked.status === 410) {
            if (!known) return ['refused', failed];
            url = null;
            continue;
          }
          if (!asked.ok) throw new Error();
          offset = Number(asked.headers.get('Upload-Offset'));
        }
        while (url !== null && offset !== null && offset < file.size) {
          show(offset + partBytes < file.size ? sending : checking, offset);
          const sent: Response = await fetch(url, {
            method: 'PATCH',
            headers: { ...tus, 'Upload-Offset': String(offset), 'Content-Type': 'application/offset+octet-stream' },
            body: file.slice(offset, offset + partBytes),
          });
          if (sent.status === 204) {
            offset = Number(sent.headers.get('Upload-Offset'));
            pause = 1_000;
          } else if (sent.status < 500 && sent.status !== 409 && sent.status !== 423) return ['refused', await sent.text()];
          else throw new Error();
        }
        show(done, file.size);
        return ['done', ''];
      } catch {
        offset = null;
        show(waiting, -1);
        await wait(pause);
      }
    }
  };

  form.addEventListener('submit', (event) => {
    const files = [...(input?.files ?? [])];
    if (files.length === 0 || !list) return;
    event.preventDefault();
    if (isBusy) return;
    isBusy = true;
    void (async () => {
      let isAnyRefused = false;
      for (const file of files) {
        const item = document.createElement('li');
        const bar = document.createElement('progress');
        const text = document.createElement('span');
        bar.max = file.size;
        bar.setAttribute('aria-label', file.name);
        text.setAttribute('role', 'status');
        item.append(`${file.name} `, bar, ' ', text);
        list.append(item);
        const [outcome, message] = await send(file, (words, bytes) => {
          if (bytes >= 0) bar.value = bytes;
          text.textContent = words;
        });
        if (outcome === 'refused') {
          isAnyRefused = true;
          bar.remove();
          text.className = 'text-danger';
          text.textContent = message;
        }
      }
      isBusy = false;
      if (input) input.value = '';
      if (!isAnyRefused) location.replace(location.pathname);
      else if (finish) finish.hidden = false;
    })();
  });
  addEventListener('beforeunload', (event) => {
    if (isBusy) event.preventDefault();
  });
}
