import { readForm } from './forms.js';
import { framed } from './frame.js';
import { type Guard, localPath } from './guard.js';
import { htmlResponse, preferredFormat, splitFormat } from './respond.js';
import { SIGN_IN, SIGN_OUT, signInBody, signInHeaders, signInStatus } from './sign-in.js';
import { problem, type Site } from './site.js';

/** Lets somebody on who proved who they are and may do what they ask; everybody else gets the form, or is told what is missing. */
export async function guarded(
  site: Site,
  guard: Guard,
  request: Request,
  address: string,
  goOn: (site: Site) => Promise<Response>,
): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  if (pathname.startsWith('/static/')) return goOn(site);
  if (pathname === SIGN_IN) return signIn(site, guard, request, address);
  const needed = request.method === 'POST' && pathname === '/corrections' ? 'edit' : 'read';
  const admission = await guard.admit(request, needed);
  if (admission.kind === 'unknown') return askWho(site, request, pathname + search);
  if (admission.kind === 'foreign') return problem(site, request, 403, 'That form does not come from these pages', 'Nothing was changed.');
  const { principal } = admission;
  if (admission.kind === 'forbidden')
    return problem(
      site,
      request,
      403,
      'You may not do that here',
      `Nothing was changed. Whoever keeps the record can let ${principal.name} do it.`,
    );
  if (pathname === SIGN_OUT && request.method === 'POST')
    return new Response(null, { status: 303, headers: { Location: SIGN_IN, 'Set-Cookie': await guard.signOut(request) } });
  const own = { ...site, person: principal.name, editing: site.editing && principal.rights.includes('edit') };
  const response = await goOn(own);
  if (request.method === 'POST' && pathname === '/corrections' && response.status === 303)
    await guard.log(principal, 'correct', response.headers.get('Location') ?? '');
  return response;
}

/** Pages lead to the form and back; programs are told. */
function askWho(site: Site, request: Request, wanted: string): Response {
  const { format } = splitFormat(new URL(request.url).pathname);
  if (
    request.method === 'GET' &&
    (format ?? preferredFormat(request.headers.get('Accept'))) === 'html' &&
    !request.headers.has('Authorization')
  )
    return new Response(null, { status: 303, headers: { Location: `${SIGN_IN}?${new URLSearchParams({ onward: wanted })}` } });
  const response = problem(site, request, 401, 'Say who you are', 'Sign in, or send a token: "Authorization: Bearer TOKEN".');
  response.headers.set('WWW-Authenticate', 'Bearer realm="onrecord"');
  return response;
}

async function signIn(site: Site, guard: Guard, request: Request, address: string): Promise<Response> {
  const form = request.method === 'POST' ? await readForm(request) : new URLSearchParams();
  if (form === null) return problem(site, request, 413, 'That is too long', 'Nothing was changed.');
  const answer = request.method === 'POST' ? await guard.signIn(request, form, address) : null;
  if (answer?.kind === 'in') return new Response(null, { status: signInStatus(answer), headers: signInHeaders(answer) });
  const onward = localPath(form.get('onward') ?? new URL(request.url).searchParams.get('onward'), request);
  const page = framed({ title: 'Sign in', path: SIGN_IN, navigation: [], files: site.files, body: signInBody(onward, answer) });
  const response = htmlResponse(page, answer === null ? 200 : signInStatus(answer));
  for (const [name, value] of Object.entries(answer === null ? {} : signInHeaders(answer))) response.headers.set(name, value);
  return response;
}

/** What one person may see is kept for nobody else. */
export function privately(response: Response): Response {
  if (!response.headers.has('Cache-Control')) response.headers.set('Cache-Control', 'private, no-cache');
  response.headers.append('Vary', 'Cookie, Authorization');
  return response;
}
