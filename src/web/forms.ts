/** How long a form may be: a draft of some 20,000 words. */
const FORM_LENGTH = 200_000;

/** The fields of a form; null where it is longer than may be. No more than that is held. */
export async function readForm(request: Request): Promise<URLSearchParams | null> {
  if (request.body === null) return new URLSearchParams();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body) {
    length += chunk.length;
    if (length > FORM_LENGTH) return null;
    chunks.push(chunk);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
}
