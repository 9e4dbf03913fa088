// On a fresh machine jest knows no durations and goes by file size; the long ones would then come last, alone.
import Sequencer from '@jest/test-sequencer';

const long = [
  /portal\/browser\/accessibility/,
  /portal\/browser\//,
  /durability|error-contract|ticket\.test/,
];
const rank = ({ path }) => long.findIndex((pattern) => pattern.test(path.replaceAll('\\', '/')));
const order = (test) => (rank(test) === -1 ? long.length : rank(test));

export default class LongestFirst extends Sequencer {
  sort(tests) {
    return super.sort(tests).sort((a, b) => order(a) - order(b));
  }
}
