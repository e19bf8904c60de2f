import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Public } from '../../platform/graphql';

/** What promises of different plans measure alike. */
@Public()
@ObjectType({ simpleResolvers: true, description: 'What promises of different plans measure alike. (可比指标)' })
@Entity()
export class Metric {
  @Public()
  @Field({ description: 'Code, such as DIVERSIFIED_INTERPRETATION_RATE. (代码)' })
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

  @Public()
  @Field(() => [String], { description: 'Units in which it is promised, each in its one form: %, 种, 次, 日 … (单位)' })
  @Column('text', { array: true })
  units!: string[];

  @Public()
  @Field(() => [String], {
    description: 'POSIX regular expressions, one of which the words of a promise must match to be taken for this. (规则)',
  })
  @Column('text', { array: true })
  patterns!: string[];

  @Column('integer')
  position!: number;
}
