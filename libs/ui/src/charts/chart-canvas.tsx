import { useEffect, useRef } from 'react';
import type { BarsOption } from './month-bars-option.ts';
import './charts.css';

type Engine = typeof import('./chart-engine.ts');
type Drawing = ReturnType<Engine['init']>;

export interface ChartCanvasProps {
  option: BarsOption;
  /** What the picture shows, for who does not see it. The numbers themselves stand in a table beside it. */
  label: string;
  /** The id of that table or of a description. */
  describedBy?: string;
  height: number | string;
  /** A pointer's short cut to what the table's links open; keyboards have the links. */
  onSelect?(seriesId: string, dataIndex: number): void;
}

/** Draws one chart and follows its box. The engine is a chunk of its own, fetched when a chart is shown. */
export function ChartCanvas({ option, label, describedBy, height, onSelect }: ChartCanvasProps) {
  const box = useRef<HTMLDivElement>(null);
  const drawing = useRef<Drawing>(undefined);
  const latest = useRef({ option, onSelect });

  useEffect(() => {
    latest.current = { option, onSelect };
    drawing.current?.setOption(inFontOf(box.current, option), { notMerge: true });
  }, [option, onSelect]);

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    let gone = false;
    let asked = false;
    const follow = async () => {
      if (drawing.current) return drawing.current.resize();
      // A hidden box has no size to draw in; it comes back here when it gets one.
      if (asked || element.clientWidth === 0) return;
      asked = true;
      const engine = await import('./chart-engine.ts');
      if (!gone) drawing.current = draw(engine, element, latest);
    };
    const observer = new ResizeObserver(() => {
      // Without the engine the table beside still holds every number, so the page goes on without a picture.
      follow().catch((reason: unknown) => console.warn('The chart was not drawn.', reason));
    });
    observer.observe(element);
    return () => {
      gone = true;
      observer.disconnect();
      drawing.current?.dispose();
      drawing.current = undefined;
    };
  }, []);

  return (
    <div
      ref={box}
      className="tz-chart"
      role="img"
      aria-label={label}
      aria-describedby={describedBy}
      style={{ height }}
    />
  );
}

function draw(
  engine: Engine,
  element: HTMLDivElement,
  latest: { current: Pick<ChartCanvasProps, 'option' | 'onSelect'> },
): Drawing {
  const drawing = engine.init(element, null, { renderer: 'svg' });
  drawing.setOption(inFontOf(element, latest.current.option));
  drawing.on('click', ({ seriesId, dataIndex }) => {
    if (seriesId !== undefined) latest.current.onSelect?.(seriesId, dataIndex);
  });
  return drawing;
}

// An SVG's text takes its font from its own attributes, which the engine fills with one of its own.
function inFontOf(element: HTMLElement | null, option: BarsOption): BarsOption {
  if (!element) return option;
  return { ...option, textStyle: { fontFamily: getComputedStyle(element).fontFamily } };
}
