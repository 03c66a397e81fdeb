/** What the sign-in page needs to lead back to where one was. */
export function wayBack(fullPath: string): Record<string, string> {
  return fullPath === '/' ? {} : { next: fullPath };
}

/** Where to go after the sign-in. Only a path of this console: an address elsewhere would be a trap. */
export function comeFrom(next: unknown): string {
  return typeof next === 'string' && /^\/(?![/\\])/.test(next) ? next : '/';
}
