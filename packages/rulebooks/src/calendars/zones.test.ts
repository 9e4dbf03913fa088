import { zoneOf } from './index.js';

const from = Date.UTC(2026, 0, 1);
const through = Date.UTC(2026, 11, 31);

describe('zones from the tables of the platform', () => {
  it('A6 Beijing time has one offset', () => {
    expect(zoneOf('Asia/Shanghai', from, through)).toEqual({
      zone: { name: 'Asia/Shanghai', offsets: [{ from, minutes: 480 }] },
    });
  });

  it('A6 a zone with summer time has its changes to the millisecond', () => {
    expect(zoneOf('Europe/Berlin', from, through)).toEqual({
      zone: {
        name: 'Europe/Berlin',
        offsets: [
          { from, minutes: 60 },
          { from: Date.UTC(2026, 2, 29, 1), minutes: 120 },
          { from: Date.UTC(2026, 9, 25, 1), minutes: 60 },
        ],
      },
    });
  });

  it('A6 a name that nobody knows is refused', () => {
    expect(zoneOf('Mars/Olympus', from, through)).toMatchObject({ problems: [{ path: 'zone.name' }] });
  });
});
