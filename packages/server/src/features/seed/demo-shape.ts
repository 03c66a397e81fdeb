import { isBetween, type Day } from '@chi-tieu/shared/domain/days';
import { readBaseData, TIERS, type FactTier, type UnitVersionFact } from './base-data.ts';
import { WorkCalendar } from './demo-calendar.ts';
import { readProcedures } from './demo-data.ts';
import { WeightedChoice, type DemoRandom } from './demo-random.ts';
import { dayOrNull, oneOf, readCsv } from './read-csv.ts';

/** A unit that sends dossiers, with the habits of its one-stop system. */
export interface Sender {
  unit: string;
  /** The organisation identifier that its dossier codes begin with, in the older or newer form. */
  identifier: string;
  /** As its system spells it, with the first day of each spelling (a commune that became a ward has two). */
  names: { from: Day | null; name: string }[];
  /** How far it is ahead (above 0) or behind in taking dossiers online, on the scale of `onlineShare`. */
  digital: number;
  /** Its system leaves the channel out before this day. */
  channelFrom: Day | null;
  /** Its system appends the province's identifier to the procedure's code. */
  writesFullCode: boolean;
}

/** A procedure as one tier or department works on it. */
export interface Task {
  procedure: string;
  /** How much easier than others it is to file online, on the scale of `onlineShare`. */
  ease: number;
  /** Working days until the result is due; 0 is the same day. */
  days: number;
  inForceFrom: Day | null;
  inForceTo: Day | null;
}

export interface Work {
  sender: Sender;
  task: Task;
}

export interface Month {
  volume: number;
  online: number;
}

/** All that the made dossiers are drawn from. */
export interface DemoShape {
  calendar: WorkCalendar;
  /** By month, `2022-08`. */
  months: ReadonlyMap<string, Month>;
  communes: WeightedChoice<Sender>;
  communeTasks: WeightedChoice<Task>;
  districts: WeightedChoice<Sender>;
  districtTasks: WeightedChoice<Task>;
  departmentWork: WeightedChoice<Work>;
}

/** The share that is filed online, from the sum of month, unit and procedure: 0 is one half, 1 some 72 %, −1 some 28 %. */
export function onlineShare(sum: number): number {
  const x = sum / 2;
  return (1 + x / Math.sqrt(1 + x * x)) / 2;
}

/** Reads the shape and draws what the files leave open (how large and how far ahead each commune is). */
export function readDemoShape(random: DemoRandom, first: Day, last: Day): DemoShape {
  const units = readBaseData().units.filter((version) => isBetween(last, version.from, version.to));
  const senders = readSenders(units, random);
  const ofKind = (kind: UnitVersionFact['kind']): WeightedChoice<Sender> =>
    new WeightedChoice(
      units
        .filter((unit) => unit.kind === kind)
        .flatMap((unit) => senders.get(unit.unit) ?? [])
        .map(({ sender, size }) => ({ thing: sender, weight: size })),
    );
  const tasks = readTasks();
  const ofTier = (tier: FactTier): WeightedChoice<Task> =>
    new WeightedChoice(tasks.filter((row) => row.tier === tier).map(({ task, weight }) => ({ thing: task, weight })));
  return {
    calendar: new WorkCalendar(
      first,
      last,
      new Set(readCsv('demo/holidays.csv', ['day', 'name']).map((row) => row.day)),
    ),
    months: readMonths(),
    communes: ofKind('COMMUNE'),
    communeTasks: ofTier('COMMUNE'),
    districts: ofKind('DISTRICT'),
    districtTasks: ofTier('DISTRICT'),
    departmentWork: new WeightedChoice(
      tasks.flatMap(({ department, task, weight }) =>
        (senders.get(department) ?? []).map(({ sender }) => ({ thing: { sender, task }, weight })),
      ),
    ),
  };
}

function readMonths(): Map<string, Month> {
  const rows = readCsv('demo/season.csv', ['month', 'volume', 'online']);
  return new Map(rows.map((row) => [row.month, { volume: Number(row.volume), online: Number(row.online) }]));
}

interface Profile {
  volume: number;
  digital: number;
  older: boolean;
  fullCode: boolean;
  channelFrom: Day | null;
}

const ORDINARY: Profile = { volume: 1, digital: 0, older: false, fullCode: false, channelFrom: null };

function readProfiles(): Map<string, Profile> {
  const columns = ['unit', 'volume', 'digital', 'identifier', 'procedure_code', 'channel_from', 'note'] as const;
  const profile = (row: Readonly<Record<(typeof columns)[number], string>>): Profile => ({
    volume: Number(row.volume),
    digital: Number(row.digital),
    older: oneOf(row.identifier, ['', 'older']) === 'older',
    fullCode: oneOf(row.procedure_code, ['', 'full']) === 'full',
    channelFrom: dayOrNull(row.channel_from),
  });
  return new Map(readCsv('demo/unit-profile.csv', columns).map((row) => [row.unit, profile(row)]));
}

/** By unit, in a list of one so that a unit without identifier simply falls out. */
function readSenders(units: UnitVersionFact[], random: DemoRandom): Map<string, { sender: Sender; size: number }[]> {
  const profiles = readProfiles();
  const aliases = grouped(readCsv('demo/aliases.csv', ['unit', 'alias']), (row) => row.unit);
  const versions = grouped(readBaseData().units, (version) => version.unit);
  const senders = new Map<string, { sender: Sender; size: number }[]>();
  for (const unit of units) {
    const above = unit.kind === 'COMMUNE' ? (profiles.get(unit.parentCode ?? '') ?? ORDINARY) : ORDINARY;
    const own = profiles.get(unit.unit) ?? ORDINARY;
    const texts = (aliases.get(unit.unit) ?? []).map((row) => row.alias);
    const older = above.older || own.older;
    const identifier = texts.find((text) => text.startsWith(older ? '000.' : 'H55'));
    // Drawn for every unit, used or not, so that a line more in the profile does not move all others.
    const [luckOfSize, luckOfHabit] = [random.next(), random.spread()];
    if (identifier === undefined) continue;
    const sender: Sender = {
      unit: unit.unit,
      identifier,
      names: spellings(texts, versions.get(unit.unit) ?? []),
      digital: above.digital + own.digital + (unit.kind === 'COMMUNE' ? luckOfHabit * 0.7 : 0),
      channelFrom: above.channelFrom ?? own.channelFrom,
      writesFullCode: above.fullCode || own.fullCode,
    };
    const size = unit.kind === 'COMMUNE' ? usualSize(unit.type) * (0.55 + luckOfSize * 0.9) : 1;
    senders.set(unit.unit, [{ sender, size: size * above.volume * own.volume }]);
  }
  return senders;
}

function grouped<T>(things: T[], key: (thing: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const group = groups.get(key(thing));
    if (group) group.push(thing);
    else groups.set(key(thing), [thing]);
  }
  return groups;
}

function usualSize(type: string): number {
  return { Phường: 1.5, 'Thị trấn': 1.4 }[type] ?? 0.8;
}

/** The names among the aliases stand in the order of the unit's versions. */
function spellings(aliases: string[], versions: UnitVersionFact[]): Sender['names'] {
  const names = aliases.filter((alias) => !/^(000\.|H55)/.test(alias));
  return names.map((name, i) => ({ from: versions[i]?.from ?? null, name }));
}

function readTasks(): { tier: FactTier; department: string; task: Task; weight: number }[] {
  const procedures = new Map(readProcedures().map((procedure) => [procedure.code, procedure]));
  return readCsv('demo/volumes.csv', ['procedure', 'tier', 'department', 'weight', 'ease', 'days']).map((row) => ({
    tier: oneOf(row.tier, TIERS),
    department: row.department,
    weight: Number(row.weight),
    task: {
      procedure: row.procedure,
      ease: Number(row.ease),
      days: Number(row.days),
      inForceFrom: procedures.get(row.procedure)?.inForceFrom ?? null,
      inForceTo: procedures.get(row.procedure)?.inForceTo ?? null,
    },
  }));
}
