/** A figure beside the most that it may be: met or missed. Once one is missed, the measurement ends with exit code 1. */
export function judge(figure, atMost, unit = '') {
  const met = figure <= atMost;
  if (!met) process.exitCode = 1;
  return { target: `≤ ${atMost}${unit}`, verdict: met ? 'met' : 'missed' };
}
