/**
 * The child's end of the channel: calls `handle` for one message after the other, and ends the process when the parent
 * is gone, whatever it is doing, so that no child outlives the service.
 */
export function serveParent<Request>(handle: (request: Request) => Promise<void>): void {
  let last: Promise<void> = Promise.resolve();
  process.on('disconnect', () => process.exit(0));
  process.on('message', (message) => {
    last = last.then(() => handle(message as Request));
  });
  // Ctrl-C goes to the whole process group: the parent decides when its children end.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => undefined);
}

/** Sends to the parent and waits until the message is on its way. */
export function tellParent(message: unknown): Promise<void> {
  return new Promise((resolve, reject) => {
    if (!process.send) return reject(new Error('This module is a child process and cannot run alone.'));
    process.send(message, undefined, undefined, (error) => (error ? reject(error) : resolve()));
  });
}
