import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { DateTimeScalar, Node } from '../platform/graphql';
import { Role } from './role';

/** A bearer token that Gongkai issued, without the token itself: only what is recorded here is let in. */
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: 'A bearer token that was issued here, without the token itself. One that is not recorded is not let in. (访问令牌)',
})
@Entity()
export class IssuedToken extends Node {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'BY DEFAULT' })
  override id!: number;

  @Field({ description: 'The `jti` in the token, a UUID. (令牌编号)' })
  @Column('uuid', { name: 'token_id' })
  tokenId!: string;

  @Field({ description: 'Whom it names; what they do is recorded under this name. (主体)' })
  @Column('text')
  subject!: string;

  @Field(() => Role, { description: 'What its holder may do, unless the subject has an account, which then decides. (角色)' })
  @Column('text')
  role!: Role;

  @Column('integer', { name: 'unit_id', nullable: true })
  unitId!: number | null;

  @Field({ description: 'Number of the key that signed it. (签名密钥编号)' })
  @Column('text', { name: 'key_id' })
  keyId!: string;

  @Field({ description: 'Who issued it. (签发人)' })
  @Column('text', { name: 'issued_by' })
  issuedBy!: string;

  @Field(() => DateTimeScalar, { description: 'When it was issued. (签发时间)' })
  @Column('timestamptz', { name: 'issued_at' })
  issuedAt!: Date;

  @Field(() => DateTimeScalar, { description: 'Until when it holds, unless it is revoked before. (有效期至)' })
  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was revoked; null where it was not. (吊销时间)' })
  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt!: Date | null;

  @Field(() => DateTimeScalar, { description: 'Last change of this record: its revocation, else its issue. (更新时间)' })
  get updatedAt(): Date {
    return this.revokedAt ?? this.issuedAt;
  }
}
