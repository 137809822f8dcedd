export {};

declare global {
  /** Tinypool's types name the browser's Worker, which no project of ours has. */
  interface Worker {
    readonly resourceLimits?: object;
  }
}
