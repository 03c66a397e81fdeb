/** How often a property is tried: `npm run test:long` looks longer. */
export function runs({ daily, long }: { daily: number; long: number }): number {
  return process.env['LONG_TESTS'] === 'on' ? long : daily;
}
