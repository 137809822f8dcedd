import { createFetcher, DEFAULT_FETCHING, type Fetcher, userAgentOf } from '../runtime/fetching/index.js';
import { type Context, type Options, optionText } from './context.js';
import { SETTINGS } from './settings.js';
import { ownVersion } from './version.js';

/** A fetcher as the command line and the settings want it. Whoever opens it closes it. */
export async function openFetcher(context: Context, options: Options): Promise<Fetcher> {
  const contact = optionText(options, 'contact') ?? context.environment[SETTINGS.contact.variable] ?? null;
  return createFetcher(
    { ...DEFAULT_FETCHING, userAgent: userAgentOf(ownVersion(), contact), allowedHosts: allowedHosts(context, options) },
    { now: context.now, wait: context.wait, stop: context.stop },
  );
}

/** The hosts of `--allow-host`, also where they are written with a port or as an address in brackets. */
function allowedHosts(context: Context, options: Options): readonly string[] {
  const written = optionText(options, 'allowHost') ?? context.environment[SETTINGS.allowHost.variable] ?? '';
  return written
    .split(',')
    .map((host) =>
      host
        .trim()
        .replace(/^(?:https?:\/\/)/i, '')
        .replace(/\/.*$/, '')
        .replace(/(?<=[^:]):\d+$/, ''),
    )
    .filter((host) => host !== '');
}
