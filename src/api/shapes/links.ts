/** Makes absolute addresses of this server. */
export interface Links {
  /** A page, for people: "/s/3f2a9c41d0b7e865". */
  page(path: string): string;
  /** Something of this API, without its root: "/statements/3f2a9c41d0b7e865". */
  api(path: string): string;
  /** A speaker in this API; null where the key is too long for an address. */
  speaker(key: string): string | null;
}

/** Where this API lives. A later one with another contract lives beside it. */
export const API_ROOT = '/api/v1';

/** Longer keys are no names, and servers on the way refuse their addresses. */
export const LONGEST_KEY = 600;

/** Addresses under an origin ("http://127.0.0.1:4180"). A part from outside is encoded; half a character has no encoding. */
export const createLinks = (origin: string): Links => ({
  page: (path) => `${origin}${path}`,
  api: (path) => `${origin}${API_ROOT}${path}`,
  speaker: (key) => (key.length > LONGEST_KEY ? null : `${origin}${API_ROOT}/speakers/${encodePart(key)}`),
});

export const encodePart = (text: string): string => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD'));
