import { unzipSync } from 'fflate';
import { Parser } from 'htmlparser2';

/** A document with more text than this is refused before it is unpacked, by what its directory says. */
const LARGEST = 50_000_000;

export const isZip = (head: Uint8Array): boolean => head[0] === 0x50 && head[1] === 0x4b && head[2] === 3 && head[3] === 4;

/** The paragraphs of a Word document (Office Open XML), or null where the bytes are none. Deleted and hidden text is left out. */
export function readWordDocument(
  bytes: Uint8Array,
): { readonly paragraphs: readonly string[]; readonly title: string | null; readonly author: string | null } | null {
  let files: Readonly<Record<string, Uint8Array>>;
  try {
    files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => (name === 'word/document.xml' || name === 'docProps/core.xml') && originalSize <= LARGEST,
    });
  } catch {
    return null;
  }
  const document = files['word/document.xml'];
  if (document === undefined) return null;
  const core = files['docProps/core.xml'];
  const properties = core === undefined ? new Map<string, string>() : propertiesOf(new TextDecoder().decode(core));
  return {
    paragraphs: paragraphsOf(new TextDecoder().decode(document)),
    title: properties.get('dc:title') ?? null,
    author: properties.get('dc:creator') ?? null,
  };
}

function paragraphsOf(xml: string): readonly string[] {
  const paragraphs: string[] = [];
  let text = '';
  let inText = false;
  let deleted = 0;
  const parser = new Parser(
    {
      onopentag(name) {
        if (name === 'w:del' || name === 'w:moveFrom') deleted++;
        else if (name === 'w:t') inText = deleted === 0;
        else if (name === 'w:tab' || name === 'w:br' || name === 'w:cr') text += ' ';
      },
      ontext(part) {
        if (inText) text += part;
      },
      onclosetag(name) {
        if (name === 'w:t') inText = false;
        else if (name === 'w:del' || name === 'w:moveFrom') deleted--;
        else if (name === 'w:p') {
          if (text.trim() !== '') paragraphs.push(text.trim());
          text = '';
        }
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(xml);
  parser.end();
  return paragraphs;
}

function propertiesOf(xml: string): ReadonlyMap<string, string> {
  const properties = new Map<string, string>();
  let text = '';
  const parser = new Parser(
    {
      onopentag: () => {
        text = '';
      },
      ontext: (part) => {
        text += part;
      },
      onclosetag: (name) => {
        if (text.trim() !== '') properties.set(name, text.trim());
        text = '';
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(xml);
  parser.end();
  return properties;
}
