import type { Block, ReportOutline, Schedule, ScheduleGroup } from '../outline/outline.type.ts';

/** A part of the document that is set on its own; several are joined to one file. */
export interface Volume {
  readonly blocks: readonly Block[];
  readonly schedule: (Schedule & { readonly isStart: boolean; readonly isEnd: boolean }) | null;
}

/**
 * Items of the report, and rows of the schedule, that are set in one piece. Typst holds a piece in memory as
 * a whole, about 0.4 MB an item; a reader sees a volume's end only as a page that is not quite full.
 */
const VOLUME_SIZE = 500;

/** One volume for an ordinary ledger; a very long one is cut before an item. */
export function planVolumes(outline: ReportOutline, size = VOLUME_SIZE): Volume[] {
  const rows = outline.schedule.groups.reduce((sum, group) => sum + group.rows.length, 0);
  if (rows <= size) {
    const schedule = { ...outline.schedule, isStart: true, isEnd: true };
    return [{ blocks: outline.blocks, schedule }];
  }
  const pieces = cutGroups(outline.schedule.groups, size);
  return [
    ...cutBlocks(outline.blocks, size).map((blocks) => ({ blocks, schedule: null })),
    ...pieces.map((groups, index) => ({
      blocks: [],
      schedule: {
        ...outline.schedule,
        groups,
        isStart: index === 0,
        isEnd: index === pieces.length - 1,
      },
    })),
  ];
}

function cutBlocks(blocks: readonly Block[], size: number): Block[][] {
  const volumes: Block[][] = [[]];
  let items = 0;
  blocks.forEach((block, index) => {
    const isItem = block.kind === 'heading' && block.level === 3;
    const followsHeading = blocks[index - 1]?.kind === 'heading';
    if (isItem) items += 1;
    // Never between an area's heading and its first item.
    if (isItem && items > size && !followsHeading) {
      volumes.push([]);
      items = 1;
    }
    volumes.at(-1)?.push(block);
  });
  return volumes;
}

function cutGroups(groups: readonly ScheduleGroup[], size: number): ScheduleGroup[][] {
  const volumes: ScheduleGroup[][] = [[]];
  let room = size;
  for (const group of groups) {
    let rest = group.rows;
    do {
      if (room === 0) {
        volumes.push([]);
        room = size;
      }
      volumes.at(-1)?.push({ ...group, rows: rest.slice(0, room) });
      const taken = Math.min(room, rest.length);
      room -= taken;
      rest = rest.slice(taken);
    } while (rest.length > 0);
  }
  return volumes;
}
