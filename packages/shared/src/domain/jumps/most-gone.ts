/** So few are always believed. */
const ALWAYS = 20;
/** Of what a source has said one in so many may be gone at once. */
const ONE_IN = 50;

/** How many dossiers of those that a source has said may be gone by one reading of the whole, before somebody looks at it. */
export function mostGone(known: number): number {
  return Math.max(ALWAYS, Math.floor(known / ONE_IN));
}
