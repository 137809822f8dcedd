import { type Article, type Language, readArticle } from '../engine/index.js';
import { loadEnglish } from './load-english.js';
import { type SlimReading, slimReading } from './slim-reading.js';

let language: Language | null = null;

/** What a worker thread does: articles in, what outlives their reading out, as JSON (twice as fast as copying the objects). */
export default async function readBatch(articles: readonly Article[]): Promise<string> {
  language ??= loadEnglish();
  const english = language;
  return JSON.stringify(articles.map((article): SlimReading => slimReading(readArticle(article, english))));
}
