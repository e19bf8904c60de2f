import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { DateTimeScalar, Node } from '../platform/graphql';
import { Role } from './role';

/** What one subject may do. Where there is an account, it decides; without one, the token itself does. */
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description:
    'What one subject may do, whatever its tokens were issued for. A subject without an account may do what its token says. (账户)',
})
@Entity()
export class UserAccount extends Node {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'BY DEFAULT' })
  override id!: number;

  @Field({
    description:
      "Whom tokens name: the subject of Gongkai's own, or `issuer|subject` of a token of the identity provider, such as `https://id.example.gov.cn|u-1024`. (主体)",
  })
  @Column('text')
  subject!: string;

  @Field(() => String, { nullable: true, description: 'Name for people; null where none was given. (显示名称)' })
  @Column('text', { name: 'display_name', nullable: true })
  displayName!: string | null;

  @Field(() => Role, { description: 'What it may do. (角色)' })
  @Column('text')
  role!: Role;

  /** The unit a reporter writes for; null for the other roles. */
  @Column('integer', { name: 'unit_id', nullable: true })
  unitId!: number | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when it may not sign in; null while it may. (停用时间)' })
  @Column('timestamptz', { name: 'disabled_at', nullable: true })
  disabledAt!: Date | null;

  @Field(() => Int, { description: 'Rises with every change; `updateUser` asks for the one that was read. (版本)' })
  @Column('integer')
  version!: number;

  @Field(() => DateTimeScalar, { description: 'When it was made. (创建时间)' })
  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: 'Last change of this record. (更新时间)' })
  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;
}

/** A further unit that a reporter also writes for. */
@Entity()
export class AdministeredUnit {
  @PrimaryColumn('integer', { name: 'account_id' })
  accountId!: number;

  @PrimaryColumn('integer', { name: 'unit_id' })
  unitId!: number;
}
