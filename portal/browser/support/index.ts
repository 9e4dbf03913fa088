/** What browser tests and screenshots stand on. */
export { launchBrowser } from './browser';
export { serveChineseFont, drawWithChineseFont } from './chinese-font';
export { signIn, startProduct, type Product } from './product';
