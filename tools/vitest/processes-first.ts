import { readFileSync } from 'node:fs';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const startsProcesses = ({ moduleId }: TestSpecification) =>
  readFileSync(moduleId, 'utf8').includes('spawnHub(');

/** Runs specs first that start hubs as processes: they take longest, and begun last one worker would wait for them. */
export class ProcessesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.sort((a, b) => Number(startsProcesses(b)) - Number(startsProcesses(a)));
  }
}
