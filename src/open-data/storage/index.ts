export { readStoredFile, storeFile, type StoredContent } from './file-storage';
export { StoredBlock, StoredFile, StoredFileBlock } from './stored-file';
