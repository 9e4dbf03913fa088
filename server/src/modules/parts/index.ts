/** parts: the catalogue of parts with prices, the models they fit and the mark of wear. */
export { Part } from './part.entity';
export { registerPartReads } from './part.reads';
export { PartResolver } from './part.resolver';
export { type PartMarks, PartService } from './parts.service';
