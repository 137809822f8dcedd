/** What the surroundings give: time, and the passing of it. */
export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Resolves after so many milliseconds, or sooner when somebody stops the program. */
  readonly wait: (milliseconds: number) => Promise<void>;
}

/** Lets requests to one host go out one after another, with a pause between them. Different hosts do not wait for each other. */
export interface HostTurns {
  /** Runs when it is this host's turn. `pause` is what has to lie between the end of a request and the beginning of the next one. */
  take<T>(host: string, pause: number, run: () => Promise<T>): Promise<T>;
  /** Nothing goes to this host before then. */
  holdBack(host: string, milliseconds: number): void;
}

export function createHostTurns(clock: Clock): HostTurns {
  const last = new Map<string, Promise<unknown>>();
  const ended = new Map<string, number>();
  const held = new Map<string, number>();
  return {
    take: (host, pause, run) => {
      const before = last.get(host) ?? Promise.resolve();
      const turn = before.then(async () => {
        const free = Math.max((ended.get(host) ?? Number.NEGATIVE_INFINITY) + pause, held.get(host) ?? 0);
        const left = free - clock.now();
        if (left > 0) await clock.wait(left);
        try {
          return await run();
        } finally {
          ended.set(host, clock.now());
        }
      });
      last.set(
        host,
        turn.catch(() => {}),
      );
      return turn;
    },
    holdBack: (host, milliseconds) => {
      held.set(host, Math.max(held.get(host) ?? 0, clock.now() + milliseconds));
    },
  };
}
