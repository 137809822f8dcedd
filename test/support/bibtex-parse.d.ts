declare module 'bibtex-parse' {
  const parser: { entries(text: string): readonly Readonly<Record<string, string>>[] };
  export default parser;
}
