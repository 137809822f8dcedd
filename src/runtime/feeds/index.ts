export { type AskedFeed, askFeed } from './ask-feed.js';
export { afterAnswer, type FeedAnswer, type Subscription, subscribe } from './subscription.js';
export { FeedsFileError, readSubscriptions, writeSubscriptions } from './subscriptions-file.js';
