export { csvLine, guardedText } from './csv-cell.ts';
export { Delivery } from './delivery.ts';
export { ExportsModule } from './exports.module.ts';
export { StreamedZip } from './streamed-zip.ts';
