/** Works again and again until it is stopped, never twice at once. Stopping waits for the work in hand. */
export function every(pauseMs: number, name: string, work: () => Promise<void>, log: (line: string) => void): { stop: () => Promise<void> } {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let complained = false;
  let turn: Promise<void> = Promise.resolve();

  async function take(): Promise<void> {
    try {
      await work();
      complained = false;
    } catch (error) {
      // Said once: the database may be away for a while.
      if (!complained && !stopped) log(`${name}: ${error instanceof Error ? error.message : String(error)}`);
      complained = true;
    }
    if (!stopped) timer = setTimeout(begin, pauseMs);
  }

  function begin(): void {
    turn = take();
  }

  begin();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await turn;
    },
  };
}
