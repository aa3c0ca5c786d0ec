// Only what the product draws: each part left out here is weight that no reader waits for.
import { BarChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { init, use as register } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

register([BarChart, GridComponent, TooltipComponent, SVGRenderer]);

export { init };
