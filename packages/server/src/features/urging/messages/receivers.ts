import type { UnitTree } from '@chi-tieu/shared/domain/unit-tree';
import type { Receiver } from './news.queries.ts';

/** By whom units can be reached: confirmed addresses by their units, and whether there is a gateway. */
export interface Addresses {
  tree: UnitTree;
  contacts: ReadonlyMap<number, { id: number; unitId: number }[]>;
  hasGateway: boolean;
}

/**
 * Who receives what a unit is told: its own addresses, else those of units that it took over from, else those of the next unit above that
 * has any; and the gateway. Of a unit that is gone its main successor.
 */
export function receiversOf(unitId: number, addresses: Addresses): Receiver[] {
  const { tree } = addresses;
  const live = tree.liveUnitOf(unitId) ?? unitId;
  const line = tree.byId(live) ? tree.lineOf(live) : [live];
  const mails = line.map((id) => mailsOf(id, addresses)).find((found) => found.length > 0) ?? [];
  return [...mails, ...gatewayOf(live, addresses)];
}

/** The same without those above: nobody above gets what is meant for each of those below. */
export function ownReceiversOf(unitId: number, addresses: Addresses): Receiver[] {
  const live = addresses.tree.liveUnitOf(unitId) ?? unitId;
  return [...mailsOf(live, addresses), ...gatewayOf(live, addresses)];
}

function mailsOf(unitId: number, { tree, contacts }: Addresses): Receiver[] {
  const own = contacts.get(unitId) ?? [];
  const found = own.length > 0 ? own : tree.receivedBy(unitId).flatMap((gone) => contacts.get(gone) ?? []);
  return found.map((one) => ({ key: `contact ${one.id}`, channel: 'EMAIL', unitId, contactId: one.id }));
}

function gatewayOf(unitId: number, { hasGateway }: Addresses): Receiver[] {
  return hasGateway ? [{ key: `gateway ${unitId}`, channel: 'WEBHOOK', unitId, contactId: null }] : [];
}
