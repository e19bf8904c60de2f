import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { DateScalar, DateTimeScalar, Node, Public } from '../platform/graphql';
import { FormerName } from './former-name';
import { UnitKind, UnitSuccession } from './unit.enums';

/** An organisation that can issue plans or be responsible for tasks. Its name is unique within its region only. */
@Public()
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: 'An organisation that can issue plans or be responsible for tasks. Its name is unique within its region only. (单位)',
})
@Entity()
export class Unit extends Node {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'BY DEFAULT' })
  override id!: number;

  @Column('integer', { name: 'region_id' })
  regionId!: number;

  @Public()
  @Field({ description: "Name, as its region's documents print it, such as 市教育局. (名称)" })
  @Column('text')
  name!: string;

  /** Long and short forms of one body's name fall together in it; unique within the region. */
  @Column('text', { name: 'canonical_key' })
  canonicalKey!: string;

  @Public()
  @Field(() => UnitKind, { description: 'Sort of organisation. (类别)' })
  @Column('text')
  kind!: UnitKind;

  @Column('text', { name: 'function_line', nullable: true })
  functionLineCode!: string | null;

  @Public()
  @Field(() => [String], { description: 'Other names of the same body met in documents. (别名、简称)' })
  @Column('text', { array: true })
  aliases!: string[];

  @Public()
  @Field(() => DateScalar, { nullable: true, description: 'First day of its existence; null where no source gives it. (设立日期)' })
  @Column('date', { name: 'valid_from', nullable: true })
  validFrom!: string | null;

  @Public()
  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day of its existence; null while it exists or where no source gives it. (撤销日期)',
  })
  @Column('date', { name: 'valid_to', nullable: true })
  validTo!: string | null;

  /** A renamed body is the same body: its record goes on under the new name. */
  @Public()
  @Field(() => [FormerName], { description: 'Names that it bore before, the latest last; empty where none is known. (曾用名)' })
  @Column('jsonb', { name: 'former_names' })
  formerNames!: FormerName[];

  @Column('integer', { name: 'successor_id', nullable: true })
  successorId!: number | null;

  @Public()
  @Field(() => UnitSuccession, {
    nullable: true,
    description: 'How it passed into its successor or ended; null while it exists. (沿革方式)',
  })
  @Column('text', { nullable: true })
  succession!: UnitSuccession | null;

  @Public()
  @Field({ description: 'Where this record comes from. (来源)' })
  @Column('text')
  source!: string;

  @Public()
  @Field(() => DateScalar, { nullable: true, description: 'State of the source; null where it has no date. (来源日期)' })
  @Column('date', { name: 'source_date', nullable: true })
  sourceDate!: string | null;

  /** From the reference data, not from a document. */
  @Column('boolean', { name: 'is_reference' })
  isReference!: boolean;

  @Public()
  @Field({
    description:
      'Whether it is known from the words of a document alone, and nobody has confirmed yet that it is a body of its own. (是否尚未核实)',
  })
  @Column('boolean')
  proposed!: boolean;

  /** Reference data, or named by a published plan. The public sees no other unit. */
  @Column('boolean')
  published!: boolean;

  @Public()
  @Field(() => DateTimeScalar, { description: 'Last change of this record. (更新时间)' })
  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;
}
