import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** Who changed what: append-only, each event bound to the one before it by its hash. */
@Entity()
export class AuditEvent {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'ALWAYS' })
  id!: number;

  @Column('timestamptz', { name: 'occurred_at' })
  occurredAt!: Date;

  /** Subject of the token that acted, or the command line. */
  @Column('text')
  actor!: string;

  /** What was done, such as "plan.publish". */
  @Column('text')
  action!: string;

  /** Global id of the record that it was done to. */
  @Column('text')
  subject!: string;

  /** Before, after, and what else explains the change; null once redacted, while its hash stays. */
  @Column('jsonb', { nullable: true })
  payload!: unknown;

  @Column('text', { name: 'payload_sha256' })
  payloadSha256!: string;

  /** Hash of the event before; 64 zeros for the first. */
  @Column('text', { name: 'previous_sha256' })
  previousSha256!: string;

  @Column('text')
  sha256!: string;
}
