import fc from 'fast-check';
import { addDays, addDuration, addWorkingDays, isDay, knowsWorkingDays, lastDayOfMonth } from '../../../src/platform/calendar';

const known = fc.integer({ min: 0, max: 365 * 21 }).map((offset) => addDays('2004-02-01', offset));

describe('working days', () => {
  it('are counted from the day after, over holidays and with make-up days', () => {
    // The State Council's calendars: 2024's Mid-Autumn and National Day, 2023's National Day, an ordinary week.
    expect(addWorkingDays('2024-09-14', 20)).toEqual({ day: '2024-10-18', provisional: false });
    expect(addWorkingDays('2023-10-01', 7)).toEqual({ day: '2023-10-13', provisional: false });
    expect(addWorkingDays('2024-03-04', 5)).toEqual({ day: '2024-03-11', provisional: false });
    expect(addWorkingDays('2024-03-11', -5)).toEqual({ day: '2024-03-04', provisional: false });
    expect(addWorkingDays('2024-03-09', 0)).toEqual({ day: '2024-03-09', provisional: false });
  });

  it('of years whose calendar is not known are Monday to Friday, and provisional', () => {
    expect(addWorkingDays('2028-01-03', 20)).toEqual({ day: '2028-01-31', provisional: true });
    expect(addWorkingDays('2026-12-30', 5).provisional).toBe(true);
    expect(addWorkingDays('2003-12-25', 10).provisional).toBe(true);
    expect([
      knowsWorkingDays('2003-12-31'),
      knowsWorkingDays('2004-01-01'),
      knowsWorkingDays('2026-12-31'),
      knowsWorkingDays('2027-01-01'),
    ]).toEqual([false, true, true, false]);
  });

  it('forward and back again come to the same day, from any working day', () => {
    for (const [from, count] of fc.sample(fc.tuple(known, fc.integer({ min: 1, max: 40 })), 300)) {
      const start = addWorkingDays(from, 1).day;
      expect(addWorkingDays(addWorkingDays(start, count).day, -count).day).toBe(start);
    }
  });
});

describe('a duration', () => {
  it('ends on its last day; in a shorter month on the last one', () => {
    expect(addDuration('2024-01-31', 'P1M', 'CALENDAR')?.day).toBe('2024-02-29');
    expect(addDuration('2024-02-29', 'P1Y', 'CALENDAR')?.day).toBe('2025-02-28');
    expect(addDuration('2024-01-31', '-P7D', 'CALENDAR')?.day).toBe('2024-01-24');
    expect(addDuration('2024-01-31', 'P2W', 'CALENDAR')?.day).toBe('2024-02-14');
    expect(addDuration('2024-01-31', 'PT24H', 'CALENDAR')?.day).toBe('2024-02-01');
    expect(addDuration('2024-01-31', 'PT12H', 'CALENDAR')?.day).toBe('2024-01-31');
    expect(addDuration('2024-09-14', 'P20D', 'WORKING')?.day).toBe('2024-10-18');
  });

  it('is none where it is not written as one, or longer than anybody counts', () => {
    for (const text of ['', 'P', '20D', 'P20', 'P-3D', 'P99999999D', 'P9999Y'])
      expect(addDuration('2024-01-31', text, 'WORKING')).toBeNull();
  });
});

describe('a day', () => {
  it('is one that exists', () => {
    expect(['2024-02-29', '2023-02-29', '2024-13-01', '2024-1-1', 'today'].map(isDay)).toEqual([true, false, false, false, false]);
    expect(lastDayOfMonth(2024, 2)).toBe('2024-02-29');
    expect(lastDayOfMonth(2024, 12)).toBe('2024-12-31');
  });
});
