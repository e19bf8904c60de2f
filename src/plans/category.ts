import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { DateTimeScalar, Node, Public } from '../platform/graphql';

/** A node of the plan's own tree of work areas. */
@Public()
@ObjectType({ implements: Node, simpleResolvers: true, description: "A node of the plan's own tree of work areas. (工作任务分类)" })
@Entity()
export class Category extends Node {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'BY DEFAULT' })
  override id!: number;

  @Column('integer', { name: 'plan_id' })
  planId!: number;

  @Column('integer', { name: 'parent_id', nullable: true })
  parentId!: number | null;

  @Public()
  @Field(() => Int, { description: 'Place among the categories of the plan, from 1, in printed order. (顺序)' })
  @Column('integer')
  position!: number;

  @Public()
  @Field({ description: 'Title without its numbering. (标题)' })
  @Column('text')
  title!: string;

  @Public()
  @Field(() => [String], { description: 'Titles from the top down to this one. (路径)' })
  @Column('text', { array: true })
  path!: string[];

  @Column('boolean')
  published!: boolean;

  @Public()
  @Field(() => DateTimeScalar, { description: 'Last change of this record. (更新时间)' })
  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;
}
