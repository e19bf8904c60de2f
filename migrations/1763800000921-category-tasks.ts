import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tasks of a category are found without reading all. */
export class CategoryTasks1763800000921 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index published_task_category on published_task (category_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index published_task_category');
  }
}
