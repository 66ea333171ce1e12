import { availableParallelism, totalmem } from 'node:os';

const gigabyte = 1024 ** 3;

/** What a web process is reckoned to need when it is at work, with the readers and drawers that it starts; and what everything else needs beside them. */
const memoryOfOne = 0.75 * gigabyte;
const memoryOfRest = 1.5 * gigabyte;
/** More share a database badly (100 connections in the usual server). */
const most = 8;

/** The default number of web processes: one for each core, as far as memory allows. `memory`: of the machine, or the container's limit. */
export function chooseWebProcesses({ cores = availableParallelism(), memory = usableMemory() } = {}): number {
  const asMemoryAllows = Math.floor((memory - memoryOfRest) / memoryOfOne);
  return Math.max(1, Math.min(cores, asMemoryAllows, most));
}

/** Where a container has no limit Node answers 0, or a number beyond all memory. */
function usableMemory(): number {
  const limit = process.constrainedMemory();
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem();
}
