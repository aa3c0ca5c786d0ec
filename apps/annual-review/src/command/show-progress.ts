import { Presets, SingleBar } from 'cli-progress';

/** Tells a person how far the work is. */
export interface Progress {
  /** A new stage, "中文 / English", with what there is to count when it is known. */
  stage(text: string, total?: number): void;
  /** How much of the stage is done. */
  advance(done: number, total: number): void;
  end(): void;
}

const SILENT: Progress = { stage: () => {}, advance: () => {}, end: () => {} };

/** A bar on a terminal, a plain line a stage elsewhere, nothing when it should be quiet. */
export function showProgress(
  stream: NodeJS.WriteStream | NodeJS.WritableStream,
  quiet: boolean,
): Progress {
  if (quiet) return SILENT;
  const isTerminal = 'isTTY' in stream && stream.isTTY;
  return isTerminal ? barOn(stream) : linesOn(stream);
}

function barOn(stream: NodeJS.WritableStream): Progress {
  const bar = new SingleBar(
    {
      stream,
      format: '{bar} {percentage}% {value}/{total}  {stage}',
      hideCursor: true,
      clearOnComplete: true,
      gracefulExit: false,
      barsize: 24,
    },
    Presets.shades_classic,
  );
  let isRunning = false;
  return {
    stage(text, total = 1) {
      if (isRunning) bar.stop();
      bar.start(total, 0, { stage: text });
      isRunning = true;
    },
    advance(done, total) {
      bar.setTotal(Math.max(total, 1));
      bar.update(done);
    },
    end() {
      if (isRunning) bar.stop();
      isRunning = false;
    },
  };
}

function linesOn(stream: NodeJS.WritableStream): Progress {
  return {
    stage: (text) => void stream.write(`${text}\n`),
    advance: () => {},
    end: () => {},
  };
}
