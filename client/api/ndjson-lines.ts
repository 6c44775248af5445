/**
 * The lines of a body as they come, without their ends. Chunks may break anywhere, inside a character too; bytes that
 * are no UTF-8 become U+FFFD. A last line without an end counts, empty lines do not. Leaving the loop ends the reading.
 */
export async function* readLines(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let parts: string[] = [];
  try {
    for (;;) {
      const { done, value } = await reader.read();
      const text = done ? decoder.decode() : decoder.decode(value, { stream: true });
      const pieces = text.split('\n');
      for (const piece of pieces.slice(0, -1)) {
        parts.push(piece);
        const line = parts.join('');
        parts = [];
        if (line.trim() !== '') yield line;
      }
      parts.push(pieces.at(-1) ?? '');
      if (done) break;
    }
    const rest = parts.join('');
    if (rest.trim() !== '') yield rest;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
