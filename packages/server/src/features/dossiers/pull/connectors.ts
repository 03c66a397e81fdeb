import { join } from 'node:path';
import type { App } from '../../../app/context.ts';
import type { SourceMode } from '../sources/sources.queries.ts';
import { READ_TIMES, type Connector, type ReadTimes } from './connector.ts';
import { readFolder } from './folder.ts';
import { readPortal } from './portal.ts';
import { readSftp } from './sftp.ts';

/** How each kind of source is read. */
export const CONNECTORS: Readonly<Record<Exclude<SourceMode, 'PUSH'>, Connector>> = {
  PORTAL: readPortal,
  FOLDER: readFolder,
  SFTP: readSftp,
};

/** How patiently sources are asked; tests are less patient. */
const patience = new WeakMap<App, ReadTimes>();

export function readWith(app: App, times: Partial<ReadTimes>): void {
  patience.set(app, { ...READ_TIMES, ...times });
}

export const timesOf = (app: App): ReadTimes => patience.get(app) ?? READ_TIMES;

/** The folder below which folders of sources lie. */
export const rootOf = ({ config }: App): string => config.pullFolder ?? join(config.dataDir, 'sources');
