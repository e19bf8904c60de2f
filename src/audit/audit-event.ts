import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { DateTimeScalar, JsonObjectScalar, Node } from '../platform/graphql';

/** Who changed what: append-only, each event bound to the one before it by its hash. */
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: 'Who changed what. Events are only ever added, each bound to the one before it by its hash. (审计记录)',
})
@Entity()
export class AuditEvent extends Node {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'ALWAYS' })
  override id!: number;

  @Field(() => DateTimeScalar, { description: 'When it was done. (时间)' })
  @Column('timestamptz', { name: 'occurred_at' })
  occurredAt!: Date;

  @Field(() => DateTimeScalar, { description: 'Last change of this record: when it was done, since it never changes. (更新时间)' })
  get updatedAt(): Date {
    return this.occurredAt;
  }

  /** Subject of the token that acted, or the command line. */
  @Field({ description: 'Subject of the token that acted, or the command line: `cli:` and the user of the machine. (操作人)' })
  @Column('text')
  actor!: string;

  /** What was done, such as "plan.publish". */
  @Field({ description: 'What was done, such as `plan.publish`. (操作)' })
  @Column('text')
  action!: string;

  /** Global id of the record that it was done to. */
  @Field({ description: 'Global id of the record that it was done to, or a name where there is no such record. (对象)' })
  @Column('text')
  subject!: string;

  /** Before, after, and what else explains the change; null once redacted, while its hash stays. */
  @Field(() => JsonObjectScalar, {
    nullable: true,
    description: 'Before, after, and what else explains the change; null once it was redacted, while its hash stays. (变更内容)',
  })
  @Column('jsonb', { nullable: true })
  payload!: unknown;

  @Field({ description: 'SHA-256 of the payload as JSON with sorted keys. (变更内容的散列)' })
  @Column('text', { name: 'payload_sha256' })
  payloadSha256!: string;

  /** Hash of the event before; 64 zeros for the first. */
  @Field({ description: 'Hash of the event before it; 64 zeros for the first. (上一条的散列)' })
  @Column('text', { name: 'previous_sha256' })
  previousSha256!: string;

  @Field({
    description:
      'SHA-256 of the JSON, with sorted keys, of occurredAt, actor, action, subject, payloadSha256 and previousSha256. (本条的散列)',
  })
  @Column('text')
  sha256!: string;
}
