/** Files: announced through the API, sent and fetched by signed addresses, kept on disk, judged by their content. */
export { FileLinks, linkLifeMs } from './file-links';
export { contentDisposition } from './file-names';
export { FileStore } from './file-store';
export { Files, unusedLifeMs, type OpenFile } from './files';
export { largestUpload } from './file-kinds';
export { UploadRefusal } from './files.errors';
export { registerFileReads } from './files.reads';
export { FilesResolver } from './files.resolver';
export { UploadedFile } from './files.types';
