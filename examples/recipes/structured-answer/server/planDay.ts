const stops = [
  { name: 'Breakfast at the market', kind: 'food', minutes: 45, note: 'Go early, before the fruit is sold.' },
  { name: 'The old town', kind: 'walk', minutes: 90, note: 'Start at the square and follow the longest shadow.' },
  {
    name: 'The museum of maps',
    kind: 'museum',
    minutes: 75,
    note: 'The room in the cellar shows what was never built.',
  },
  { name: 'Soup by the water', kind: 'food', minutes: 50, note: 'Ask for the one that is not on the menu.' },
  { name: 'The tower', kind: 'view', minutes: 40, note: 'The last lift goes up at six.' },
];

/** Invents a day in a city. A day in Nowhere breaks the schema, as a model may do too. */
export function planDay(city: string) {
  const wrong = { name: 'The way back', kind: 'walk', minutes: -30, note: 'It takes less time than no time.' };
  return { title: `A day in ${city}`, stops: city === 'Nowhere' ? [...stops, wrong] : stops };
}
