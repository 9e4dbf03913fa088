import { sha256 } from '../auth';

/** The documents that the portal was built with; its tokens may send these and nothing else. */
export class TrustedDocuments {
  private readonly byHash: Map<string, string>;
  private readonly texts: Set<string>;

  constructor(manifest: Record<string, string>) {
    this.byHash = new Map(Object.entries(manifest));
    for (const [hash, text] of this.byHash) {
      if (sha256(text) !== hash) throw new Error(`The manifest of portal documents is damaged at ${hash}; build the portal again.`);
    }
    this.texts = new Set(this.byHash.values());
  }

  /** The text of `sha256:<hash>`, if the portal was built with it. */
  find(documentId: string): string | undefined {
    return documentId.startsWith('sha256:') ? this.byHash.get(documentId.slice('sha256:'.length)) : undefined;
  }

  includes(text: string): boolean {
    return this.texts.has(text);
  }
}
