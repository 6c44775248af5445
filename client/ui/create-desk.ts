import type { DeskPort } from '../commands/command.ts';

/** Larger files are no files of favourites. */
const FILE_MAX_BYTES = 5_000_000;
const TOO_LARGE = 'it is larger than 5 MB';

function saveFile(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the file after the click has been handled.
  window.setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

function pickFile(accept: string): ReturnType<DeskPort['pickFile']> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = accept;
    input.addEventListener('cancel', () => resolve(null));
    input.addEventListener('change', () => {
      const file = input.files?.[0];
      if (!file) resolve(null);
      else if (file.size > FILE_MAX_BYTES) resolve({ name: file.name, fault: TOO_LARGE });
      else
        file.text().then(
          (text) => resolve({ name: file.name, text }),
          () => resolve({ name: file.name, fault: 'the browser cannot read it' }),
        );
    });
    input.click();
  });
}

/** Also where the page came without TLS, which has no `randomUUID`. */
function newId(): string {
  return [...crypto.getRandomValues(new Uint8Array(12))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}

/** What commands ask of the page and the browser around them. */
export function createDesk(focusSearch: (text?: string) => void): DeskPort {
  return {
    copyText: (text) => navigator.clipboard.writeText(text),
    address: () => location.href,
    saveFile,
    pickFile,
    now: () => Date.now(),
    newId,
    focusSearch,
  };
}
