import { createHmac } from 'node:crypto';
import type { Message } from './state.js';

export interface Webhook {
  readonly address: string;
  readonly secret: Uint8Array;
}

export type Delivery =
  | { readonly kind: 'delivered' }
  /** `after` is how long the receiver asks to be left alone, in milliseconds. */
  | { readonly kind: 'failed'; readonly why: string; readonly after: number | null };

/** How long a receiver has to answer. */
export const PATIENCE = 10_000;

/** The longest that a receiver can put off the next attempt, and the longest pause between two of our own. */
export const LONGEST_PAUSE = 3_600_000;

/**
 * Posts a message as Standard Webhooks has it: id, time and a signature in the headers. Only the address that was given is
 * asked: a redirect is a failure. Any answer of 2xx is a success; what the answer says is not read.
 */
export async function postMessage(
  { address, secret }: Webhook,
  message: Pick<Message, 'id' | 'body'>,
  now: number,
  patience = PATIENCE,
): Promise<Delivery> {
  const time = String(Math.floor(now / 1000));
  try {
    const response = await fetch(address, {
      method: 'POST',
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
      headers: {
        'content-type': 'application/json',
        'user-agent': 'OnRecord',
        'webhook-id': message.id,
        'webhook-timestamp': time,
        'webhook-signature': `v1,${signatureOf(secret, message.id, time, message.body)}`,
      },
      body: message.body,
    });
    await response.body?.cancel();
    if (response.ok) return { kind: 'delivered' };
    const redirected = response.status >= 300 && response.status < 400;
    const why = redirected
      ? `it answered ${response.status}, which leads elsewhere; give the address itself`
      : `it answered ${response.status}`;
    return { kind: 'failed', why, after: pauseAsked(response.headers.get('retry-after')) };
  } catch (error) {
    return { kind: 'failed', why: reasonOf(error, patience), after: null };
  }
}

/** HMAC with SHA-256 over id, time and body, in base64. */
export const signatureOf = (secret: Uint8Array, id: string, time: string, body: string): string =>
  createHmac('sha256', secret).update(`${id}.${time}.${body}`).digest('base64');

/** A secret as people keep it: `whsec_` and base64, or any other text as its bytes. Null for one that is too short to keep anything secret. */
export function readSecret(text: string): Uint8Array | null {
  const written = text.trim();
  const bytes = written.startsWith('whsec_') ? Buffer.from(written.slice('whsec_'.length), 'base64') : Buffer.from(written, 'utf8');
  return bytes.length < SHORTEST_SECRET ? null : new Uint8Array(bytes);
}

export const SHORTEST_SECRET = 16;

/** The pause before attempt number `attempts` + 1: doubled each time up to an hour, and somewhere between half of it and all, so that many watches do not come at once. */
export function pauseBefore(attempts: number, random: number): number {
  const whole = Math.min(LONGEST_PAUSE, 1000 * 2 ** Math.max(0, attempts - 1));
  return Math.round(whole * (0.5 + random / 2));
}

const pauseAsked = (header: string | null): number | null =>
  header !== null && /^\d{1,6}$/.test(header) ? Math.min(LONGEST_PAUSE, Number(header) * 1000) : null;

function reasonOf(error: unknown, patience: number): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return `it did not answer within ${Math.round(patience / 1000)} s`;
  const cause = error.cause as { readonly code?: string; readonly message?: string } | undefined;
  return `it cannot be reached: ${cause?.code ?? cause?.message ?? error.message}`;
}
