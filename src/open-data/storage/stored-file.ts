import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The bytes of a file, known by their hash, in blocks of a mebibyte of which only the last may be smaller. */
@Entity()
export class StoredFile {
  @PrimaryColumn('text')
  sha256!: string;

  @Column('bigint', { name: 'byte_size' })
  byteSize!: number;
}

/** Which block stands where in a file. */
@Entity()
export class StoredFileBlock {
  @PrimaryColumn('text', { name: 'file_sha256' })
  fileSha256!: string;

  /** From 0. */
  @PrimaryColumn('integer')
  position!: number;

  @Column('text', { name: 'block_sha256' })
  blockSha256!: string;
}

/** A block, kept once however many files have it. */
@Entity()
export class StoredBlock {
  @PrimaryColumn('text')
  sha256!: string;

  @Column('bytea')
  content!: Buffer;
}
