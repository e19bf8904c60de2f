import { Field, Int, ObjectType } from 'type-graphql';

/** What is wrong with a cell of a sheet. */
@ObjectType({ simpleResolvers: true, description: 'What is wrong with a cell of an uploaded ledger. (表格中的错误)' })
export class SheetProblem {
  @Field(() => Int, { description: 'The row, as a spreadsheet program counts them. (行)' })
  row!: number;

  @Field({ description: 'Title of the column. (列)' })
  column!: string;

  @Field({ description: 'The cell, such as E12. (单元格)' })
  cell!: string;

  @Field({ description: 'Code for programs, such as PERIOD_INVALID. (代码)' })
  code!: string;

  @Field({ description: 'What is the matter and what to do, in Chinese and English. (说明)' })
  message!: string;
}
