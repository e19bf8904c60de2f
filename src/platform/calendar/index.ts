export { addDays, dayOf, isDay, lastDayOfMonth, today, weekdayOf } from './day';
export { addDuration } from './duration';
export { addWorkingDays, knowsWorkingDays } from './working-days';
