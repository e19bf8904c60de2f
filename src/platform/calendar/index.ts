export { addDays, dayOf, isDay, lastDayOfMonth, today } from './day';
export { addDuration } from './duration';
export { addWorkingDays, knowsWorkingDays } from './working-days';
