let made = 0;

/** Notes that whoever sits here changed something: what is kept for a while is asked for anew when it is next looked at. */
export function noteChange(): void {
  made += 1;
}

/** How many changes were noted in this window: where it is another number than before, something was changed meanwhile. */
export function changesMade(): number {
  return made;
}
