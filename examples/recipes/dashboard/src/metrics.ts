/** The load of a machine, in percent. */
export interface Load {
  readonly name: string;
  readonly percent: number;
}

/** How often something has happened since the event before. */
export interface Tally {
  readonly name: string;
  readonly added: number;
}

/** How a service is. */
export interface Health {
  readonly name: string;
  readonly state: 'up' | 'slow' | 'down';
}

/** What a team has done. */
export interface Note {
  readonly name: string;
  readonly text: string;
}

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

/** What the widgets show, by the type of its events. */
export const names = {
  load: numbers(24).map((number) => `web-${number}`),
  tally: ['Orders', 'Visits', 'Searches', 'Sign-ins', 'Sign-ups', 'Returns', 'Reviews', 'Errors', 'Retries', 'Emails'],
  health: [
    'Catalogue',
    'Search',
    'Checkout',
    'Payments',
    'Accounts',
    'Invoices',
    'Delivery',
    'Images',
    'Mail',
    'Queue',
  ],
  note: ['Storefront', 'Platform', 'Payments team', 'Data', 'Support', 'Security'],
} as const;
