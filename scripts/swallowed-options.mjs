/** The options of our tools that npm takes for its own where the `--` before them is forgotten; `--head` is short for its `--heading`. */
const SWALLOWED = [
  { option: '--second-factor', variable: 'npm_config_second_factor', shape: /^/ },
  { option: '--head', variable: 'npm_config_head', shape: /^/ },
  { option: '--head', variable: 'npm_config_heading', shape: /^\d+:/ },
];

/**
 * The option that npm kept from the tool it runs, in a sentence for whoever typed it; null where it kept none. Without the
 * option the tool would do something else than it was asked for, and say that all is well.
 */
export function sayForgottenDashes(env) {
  const found = SWALLOWED.find(({ variable, shape }) => env[variable] !== undefined && shape.test(env[variable]));
  if (found === undefined) return null;
  const { option } = found;
  const how = `npm run ${env.npm_lifecycle_event ?? '…'} -- ${option} …`;
  return (
    `npm đã giữ lại ${option}: thiếu dấu "--" ở trước. Hãy gõ: ${how}\n` +
    `npm kept ${option} to itself: the "--" before it is missing. Type: ${how}`
  );
}
