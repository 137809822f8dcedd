export { loadEnglish } from './load-english.js';
