/** Days in words, as everywhere. */
export * from '../answers/text/days.js';
