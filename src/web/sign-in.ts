import type { SignIn } from './guard.js';
import { type Html, html } from './html.js';

/** Where somebody says who they are, and where they leave. */
export const SIGN_IN = '/sign-in';
export const SIGN_OUT = '/sign-out';

/** The form; `onward` is where somebody wanted to go. */
export const signInBody = (onward: string, answer: SignIn | null): Html => html`<h1>Sign in</h1>
<p class="lead">This record is open to people who have an account here.</p>
${answer !== null && answer.kind !== 'in' && html`<p class="notice" role="alert">${refusalText(answer)}</p>`}
<form class="correction-form" action="${SIGN_IN}" method="post">
<input type="hidden" name="onward" value="${onward}">
<p><label for="name">Name</label> <input id="name" name="name" autocomplete="username" required maxlength="64" autofocus></p>
<p><label for="password">Password</label> <input id="password" name="password" type="password" autocomplete="current-password" required maxlength="200"></p>
<p><button>Sign in</button></p>
</form>
<p class="aside">Accounts are made on the machine that keeps the record: <code>onrecord user add NAME</code>.</p>`;

/** Never whether it was the name or the password. */
const refusalText = (answer: Exclude<SignIn, { readonly kind: 'in' }>): string =>
  answer.kind === 'refused'
    ? 'That name and that password do not go together.'
    : `There were too many attempts. Try again in ${answer.seconds < 120 ? `${answer.seconds} seconds` : `${Math.ceil(answer.seconds / 60)} minutes`}.`;

/** Who is signed in, with the way out. */
export const personForm = (name: string): Html =>
  html`<form class="person" action="${SIGN_OUT}" method="post"><span>${name}</span> <button>Sign out</button></form>`;

/** Leads on after signing in; 401 and 429 show the form again. */
export const signInStatus = (answer: SignIn): number => (answer.kind === 'in' ? 303 : answer.kind === 'refused' ? 401 : 429);

/** The headers that go with an answer. */
export const signInHeaders = (answer: SignIn): Readonly<Record<string, string>> => {
  if (answer.kind === 'in') return { Location: answer.onward, 'Set-Cookie': answer.cookie };
  return answer.kind === 'wait' ? { 'Retry-After': String(answer.seconds) } : {};
};
