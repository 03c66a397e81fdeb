/** The part of a drawing that holds some paths, with a little room around. */
export interface DrawnFrame {
  left: number;
  top: number;
  width: number;
  height: number;
}

const ROOM = 0.02;

export function frameOf(shapes: readonly { path: string }[]): DrawnFrame {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { path } of shapes)
    for (const [, x = '0', y = '0'] of path.matchAll(/(\d+) (\d+)/g)) {
      [left, right] = [Math.min(left, Number(x)), Math.max(right, Number(x))];
      [top, bottom] = [Math.min(top, Number(y)), Math.max(bottom, Number(y))];
    }
  if (left > right) return { left: 0, top: 0, width: 1, height: 1 };
  const room = Math.ceil(Math.max(right - left, bottom - top) * ROOM) + 1;
  return {
    left: left - room,
    top: top - room,
    width: right - left + 2 * room,
    height: bottom - top + 2 * room,
  };
}
