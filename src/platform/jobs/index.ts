export { Chores, type Chore } from './chores';
export { enqueue, installQueue, JobWorker, type Job, type JobQueue } from './job-queue';
