import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** Someone who may sign in. */
@Entity('account')
export class AccountEntity {
  @PrimaryGeneratedColumn('identity', { type: 'int', generatedIdentity: 'ALWAYS' })
  id!: number;

  @Column('text')
  username!: string;

  @Column('text')
  name!: string;

  @Column('text', { name: 'password_hash' })
  passwordHash!: string;

  @Column('boolean')
  active!: boolean;
}
