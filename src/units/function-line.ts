import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Public } from '../platform/graphql';

/** The line of work that ties the organs of all levels together: 市教育局 and 区教育局 stand in one. */
@Public()
@ObjectType({
  simpleResolvers: true,
  description: 'A line of work that ties the organs of all levels together, such as education. (条线)',
})
@Entity()
export class FunctionLine {
  @Public()
  @Field({ description: 'Code, such as EDUCATION. (代码)' })
  @PrimaryColumn('text')
  code!: string;

  @Public()
  @Field({ description: 'Chinese title. (中文名)' })
  @Column('text', { name: 'title_zh' })
  titleZh!: string;

  @Public()
  @Field({ description: 'English title. (英文名)' })
  @Column('text', { name: 'title_en' })
  titleEn!: string;

  @Column('integer')
  position!: number;
}
