/** A run of letters on a page, as the file draws it. Points from the page's lower left corner. */
export interface PdfItem {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** True where the line ends behind it. */
  readonly ends: boolean;
}

export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly items: readonly PdfItem[];
}

export interface PdfLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Of its letters' feet. */
  readonly y: number;
  readonly size: number;
}

/** Letters that stand farther apart than this share of their size are words of their own; farther than the second, columns. */
const WORD_GAP = 0.18;
const COLUMN_GAP = 4;

/** The lines of a page in the order in which the file draws them, which keeps columns apart. */
export function linesOfPage({ items }: PdfPage): readonly PdfLine[] {
  const lines: PdfLine[] = [];
  const finish = (line: PdfLine | null): null => {
    const text = line?.text.replace(/\s+/g, ' ').trim() ?? '';
    if (line !== null && text !== '') lines.push({ ...line, text });
    return null;
  };
  let open: PdfLine | null = null;
  for (const item of items) {
    const goesOn: boolean = open !== null && isOnLine(item, open);
    if (!goesOn) open = finish(open);
    if (open !== null) open = withItem(open, item);
    else if (item.text.trim() !== '')
      open = { text: item.text, left: item.x, right: item.x + item.width, y: item.y, size: item.height || 10 };
    if (item.ends) open = finish(open);
  }
  finish(open);
  return lines;
}

function isOnLine(item: PdfItem, line: PdfLine): boolean {
  const size = item.height || line.size;
  return Math.abs(item.y - line.y) <= size * 0.5 && item.x - line.right <= size * COLUMN_GAP && item.x >= line.left - size;
}

function withItem(line: PdfLine, item: PdfItem): PdfLine {
  const apart = item.x - line.right > (item.height || line.size) * WORD_GAP && !line.text.endsWith(' ') && !item.text.startsWith(' ');
  return {
    ...line,
    text: `${line.text}${apart ? ' ' : ''}${item.text}`,
    right: Math.max(line.right, item.x + item.width),
    size: Math.max(line.size, item.height),
  };
}
