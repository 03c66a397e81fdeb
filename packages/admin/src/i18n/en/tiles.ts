import type { Text } from '../text.ts';
import type { tiles as vi } from '../vi/tiles.ts';

export const tiles: Record<keyof typeof vi, Text> = {
  'tiles.about':
    'The stronger the colour of a tile, the more the unit has to rise above its rate before. Press a tile to go to the row of its unit in the table of targets.',
  'tiles.least': 'least: {points}',
  'tiles.list': 'Rise of each unit',
  'tiles.most': 'most: {points}',
  'tiles.noBaseline': 'no rate before',
  'tiles.noTarget': 'no target yet',
  'tiles.target': '{before} → {after}',
};
