import type { Examples } from './types.ts';

const PATH = 'M0 0L600 0L600 420L0 420Z';

/** How units are drawn on the map. */
export const BOUNDARY_EXAMPLES: Examples = {
  'BoundaryDrawing.name': 'ranh-gioi-thai-nguyen.geojson',
  'BoundaryDrawing.version': 4021,
  'BoundaryDrawing.width': 1200,
  'BoundaryDrawing.height': 980,
  'BoundaryDrawing.by': 'Trần Thị Mai',
  'BoundaryDrawingInput.name': 'ranh-gioi-thai-nguyen.geojson',
  'BoundaryDrawingInput.expectedVersion': 4021,
  'BoundaryDrawingInput.width': 1200,
  'BoundaryDrawingInput.height': 980,
  'BoundaryShape.path': PATH,
  'BoundaryShape.x': 300,
  'BoundaryShape.y': 210,
  'PublicPage.switchedAt': '2022-04-05T09:00:00+07:00',
  'PublicPage.switchedBy': 'Nguyễn Thu Hà',
  'BoundaryShapeInput.path': PATH,
  'BoundaryShapeInput.x': 300,
  'BoundaryShapeInput.y': 210,
};
