/** Who may read and change a record that is open to others. */
export { hasPeople, openPeople, peoplePlace } from './open-people.js';
export type { PasswordCost } from './passwords.js';
export * from './people.js';
