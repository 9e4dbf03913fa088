// On a fresh machine jest knows no durations and goes by file size; the long ones would then come last, alone.
import Sequencer from '@jest/test-sequencer';

const long = [
  // one of those that need the demo loads it; whoever comes meanwhile would only wait
  /walk\.test|portal\/browser\/accessibility/,
  /durability/,
  /portal\/browser\//,
  /demo\.test|look-ahead\.test|ticket-list-plans|error-contract|ticket\.test/,
];
const rank = ({ path }) => long.findIndex((pattern) => pattern.test(path.replaceAll('\\', '/')));
const order = (test) => (rank(test) === -1 ? long.length : rank(test));

export default class LongestFirst extends Sequencer {
  sort(tests) {
    return super.sort(tests).sort((a, b) => order(a) - order(b));
  }
}
