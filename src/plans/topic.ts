import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { DateTimeScalar, Node, Public } from '../platform/graphql';

/** A node of the one taxonomy that all plans share. */
@Public()
@ObjectType({ implements: Node, simpleResolvers: true, description: 'A node of the one taxonomy that all plans share. (主题)' })
@Entity()
export class Topic extends Node {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'BY DEFAULT' })
  override id!: number;

  @Public()
  @Field({ description: 'Code, such as POLICY_INTERPRETATION. (代码)' })
  @Column('text')
  code!: string;

  @Column('integer', { name: 'parent_id', nullable: true })
  parentId!: number | null;

  @Public()
  @Field({ description: 'Chinese title. (中文名)' })
  @Column('text', { name: 'title_zh' })
  titleZh!: string;

  @Public()
  @Field({ description: 'English title. (英文名)' })
  @Column('text', { name: 'title_en' })
  titleEn!: string;

  @Public()
  @Field(() => [String], { description: 'Words by which a task is proposed for it. (规则词)' })
  @Column('text', { name: 'rule_words', array: true })
  ruleWords!: string[];

  @Column('integer')
  position!: number;

  @Public()
  @Field(() => DateTimeScalar, { description: 'Last change of this record. (更新时间)' })
  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;
}
