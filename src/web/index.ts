/** How a person looks at the record: one data function a page, written as HTML, JSON or CSV. */
export { type App, type AppOptions, createApp, LOOPBACK_HOSTS } from './app.js';
export type { Editing } from './editing.js';
export { createGuard, type Guard, type GuardOptions } from './guard.js';
export { type Answer, type ObservedOptions, observed } from './observed.js';
export { type RunningServer, type Served, type ServeOptions, serveApp } from './serve.js';
export type { Measures } from './view.js';
